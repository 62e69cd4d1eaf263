using System.Text.RegularExpressions;

namespace AccountGraph.Messaging.Providers.Smtp;

/// <summary>A server's answer: a code, and its lines without it.</summary>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsPositive => Code is >= 200 and < 300;

    /// <summary>What a refusal means for the mail. The server's own words stay out: they may repeat an address,
    /// and after a sign-in a name.</summary>
    public SendOutcome Failure(string step)
    {
        var reason = $"{step} was answered {Code}{EnhancedCode()}";
        return Code is >= 500 and < 600 ? new SendOutcome.Refused(reason) : new SendOutcome.TryAgain(reason);
    }

    private string EnhancedCode() =>
        Enhanced().Match(Lines[^1]) is { Success: true } match ? " " + match.Value.TrimEnd() : "";

    // RFC 3463.
    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}( |$)")]
    private static partial Regex Enhanced();
}
