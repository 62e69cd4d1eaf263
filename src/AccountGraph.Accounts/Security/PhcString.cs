using System.Globalization;
using System.Text;

namespace AccountGraph.Accounts.Security;

/// <summary>A stored hash as text: <c>$id$v=version$name=value,…$salt$hash</c>, base64 without padding.</summary>
internal sealed record PhcString(
    string Id, int? Version, IReadOnlyDictionary<string, int> Parameters, byte[] Salt, byte[] Hash)
{
    private const int MaximumLength = 1024;

    /// <summary>Null when the text is not of this form.</summary>
    public static PhcString? Parse(string text)
    {
        if (text.Length > MaximumLength || !text.StartsWith('$')) return null;
        var parts = text.Split('$');
        int? version = null;
        var at = 2;
        if (parts.Length > at && parts[at].StartsWith("v=", StringComparison.Ordinal))
        {
            if (NumberOf(parts[at][2..]) is not { } number) return null;
            version = number;
            at++;
        }

        return parts.Length == at + 3
            && ParametersOf(parts[at]) is { } parameters
            && Decode(parts[at + 1]) is { } salt
            && Decode(parts[at + 2]) is { Length: > 0 } hash
            ? new PhcString(parts[1], version, parameters, salt, hash)
            : null;
    }

    /// <summary>0, which no algorithm allows, when the parameter is missing.</summary>
    public int Number(string name) => Parameters.GetValueOrDefault(name);

    public override string ToString()
    {
        var text = new StringBuilder("$").Append(Id);
        if (Version is { } version) text.Append(CultureInfo.InvariantCulture, $"$v={version}");
        return text
            .Append('$')
            .AppendJoin(',', Parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"))
            .Append('$').Append(Encode(Salt))
            .Append('$').Append(Encode(Hash))
            .ToString();
    }

    private static Dictionary<string, int>? ParametersOf(string text)
    {
        var parameters = new Dictionary<string, int>();
        foreach (var pair in text.Split(','))
        {
            if (pair.Split('=') is not [{ Length: > 0 } name, var value]) return null;
            if (NumberOf(value) is not { } number || !parameters.TryAdd(name, number)) return null;
        }

        return parameters;
    }

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    // The converter would overlook white space and padding.
    private static byte[]? Decode(string text)
    {
        if (text.AsSpan().ContainsAny(" \t\r\n=")) return null;
        var padded = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }
}
