using System.Diagnostics;

namespace AccountGraph.Accounts.Devices;

/// <summary>A user agent while it is read, and how long that may take.</summary>
/// <param name="text">Already <see cref="Cut"/>.</param>
internal sealed class UserAgentText(string text, TimeSpan budget)
{
    private const int MaximumLength = 500;

    private readonly long _start = Stopwatch.GetTimestamp();
    private bool _isCutShort;

    public string Text { get; } = text;

    public string Lower { get; } = text.ToLowerInvariant();

    /// <summary>False when a pattern was given up on, so that the answer may lack something.</summary>
    public bool IsComplete => !_isCutShort && !IsOutOfTime;

    /// <summary>From here on nothing matches any more.</summary>
    public bool IsOutOfTime => Stopwatch.GetElapsedTime(_start) > budget;

    public static string Cut(string userAgent) =>
        userAgent.Length > MaximumLength ? userAgent[..MaximumLength] : userAgent;

    public void GiveUpOnPattern() => _isCutShort = true;
}
