using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AccountGraph.Messaging.Providers.Smtp;

/// <summary>A mail as RFC 5322 and MIME text, ready to follow DATA. Both bodies are in base64, so that no server has
/// a reason to change a line, and no line can begin with the dot that would end the mail or need doubling.</summary>
internal static class MimeMessage
{
    // Keeps a line with an encoded word and the longest of our header names within 76 characters (RFC 2047 §2).
    private const int MaxEncodedWordBytes = 39;

    public static string Write(EmailAddress from, EmailAddress to, EmailMessage message, DateTimeOffset now)
    {
        var id = message.Id ?? RandomNumberGenerator.GetHexString(24, lowercase: true);
        // An underscore cannot occur in base64, so the boundary cannot occur in a body.
        var boundary = "_part_" + id;
        var date = (message.CreatedAt ?? now).UtcDateTime;
        string[] lines =
        [
            $"Date: {date.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)}",
            $"From: {Party(from)}",
            $"To: {Party(to)}",
            $"Subject: {HeaderText(message.Subject)}",
            $"Message-ID: <{id}@{from.Domain}>",
            // Holiday answers to a sign-in code help no one (RFC 3834).
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            $"Content-Type: multipart/alternative; boundary=\"{boundary}\"",
            "",
            .. Part(boundary, "text/plain", message.Text),
            .. Part(boundary, "text/html", message.Html),
            $"--{boundary}--",
        ];
        return string.Concat(lines.Select(line => line + "\r\n"));
    }

    /// <summary>Text for a header: as it is when plain, else as encoded words (RFC 2047).</summary>
    internal static string HeaderText(string text)
    {
        var line = OneLine(text);
        var isPlain = line.Length <= 60 && !line.Contains("=?", StringComparison.Ordinal)
            && line.All(letter => letter is >= ' ' and <= '~');
        return isPlain ? line : string.Join("\r\n ", Chunks(line).Select(chunk => $"=?utf-8?B?{chunk}?="));
    }

    private static string Party(EmailAddress address)
    {
        if (address.Name is null) return $"<{address.Address}>";
        var name = HeaderText(address.Name);
        return name.StartsWith("=?", StringComparison.Ordinal)
            ? $"{name}\r\n <{address.Address}>"
            : $"{Quoted(name)} <{address.Address}>";
    }

    private static string Quoted(string name)
    {
        var inner = name.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{inner}\"";
    }

    private static IEnumerable<string> Part(string boundary, string type, string body)
    {
        yield return $"--{boundary}";
        yield return $"Content-Type: {type}; charset=utf-8";
        yield return "Content-Transfer-Encoding: base64";
        yield return "";
        var bytes = Encoding.UTF8.GetBytes(body.ReplaceLineEndings("\r\n"));
        foreach (var line in Convert.ToBase64String(bytes).Chunk(76)) yield return new string(line);
        yield return "";
    }

    // Words are cut between characters: a decoder need not join bytes across two of them.
    private static IEnumerable<string> Chunks(string text)
    {
        var chunk = new List<byte>();
        var bytes = new byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(bytes);
            if (chunk.Count + length > MaxEncodedWordBytes)
            {
                yield return Convert.ToBase64String([.. chunk]);
                chunk.Clear();
            }

            chunk.AddRange(bytes.AsSpan(0, length));
        }

        yield return Convert.ToBase64String([.. chunk]);
    }

    private static string OneLine(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
