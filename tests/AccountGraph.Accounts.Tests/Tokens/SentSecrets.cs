using System.Text.RegularExpressions;

namespace AccountGraph.Accounts.Tests.Tokens;

/// <summary>Reads codes and links out of messages, as people do.</summary>
internal static partial class SentSecrets
{
    public static string LastCode(this RecordingQueue queue) => Code().Match(queue.Mails[^1].Text).Value;

    public static string LastTextCode(this RecordingQueue queue) => Code().Match(queue.Texts[^1].Text).Value;

    public static string LastSecret(this RecordingQueue queue) =>
        LinkSecret().Match(queue.Mails[^1].Text).Groups[1].Value;

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"secret=([0-9a-f]+)")]
    private static partial Regex LinkSecret();
}
