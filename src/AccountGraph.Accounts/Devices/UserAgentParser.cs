using System.Text.Json;
using AccountGraph.Accounts.Sessions;

namespace AccountGraph.Accounts.Devices;

/// <summary>Reads system, client and device out of a user agent by Matomo's rules, bots like any client.</summary>
public sealed class UserAgentParser
{
    private const string FileName = "devices.json";
    private const int Remembered = 4096;

    // Takes every step of the reading, so that the first sign-in does not pay for what is built once.
    private const string Sample = "Mozilla/5.0 (Linux; Android 9; Nokia 7.2) Chrome/99.0 Mobile; Desktop";

    // An ordinary user agent takes about a millisecond; a hostile one makes several patterns run into their limit.
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(250);

    private static readonly AgentFields Nothing = new();

    private readonly RecentlyUsed<Reading> _recent = new(Remembered);
    private readonly UserAgentReader? _reader;

    private UserAgentParser(UserAgentReader? reader, string? warning)
    {
        _reader = reader;
        Warning = warning;
    }

    /// <summary>What an operator should know when the server starts; null when all is well.</summary>
    public string? Warning { get; }

    /// <summary>Without the file, or with a damaged one, every field stays empty.</summary>
    public static UserAgentParser Load(DevicesOptions options)
    {
        var path = options.UserAgentRules is { Length: > 0 } configured
            ? configured
            : Path.Combine(AppContext.BaseDirectory, FileName);
        try
        {
            var reader = new UserAgentReader(DeviceRules.Load(path));
            reader.Read(new UserAgentText(Sample, TimeSpan.FromSeconds(10)));
            return new UserAgentParser(reader, warning: null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return new UserAgentParser(
                reader: null,
                $"The user-agent rules {path} cannot be read, so systems, clients and devices stay empty. " +
                $"A build with npm writes the file. {failure.Message}");
        }
    }

    /// <summary>Empty fields for what is not recognised; never null.</summary>
    public AgentFields Parse(string? userAgent)
    {
        if (_reader is null || string.IsNullOrEmpty(userAgent)) return Nothing;
        var key = UserAgentText.Cut(userAgent);
        if (_recent.TryGet(key, out var earlier) && earlier.IsFinal) return earlier.Fields;

        // What was given up on gets a second try, when the machine may be quieter; a hostile one no third.
        var text = new UserAgentText(key, Budget);
        var fields = _reader.Read(text);
        _recent.Add(key, new Reading(fields, IsFinal: text.IsComplete || earlier is not null));
        return fields;
    }

    private sealed record Reading(AgentFields Fields, bool IsFinal);
}
