using AccountGraph.Accounts.Devices;

namespace AccountGraph.Accounts.Sessions;

/// <summary>Where a session was opened from.</summary>
internal sealed record SessionOrigin(string Ip, string CountryCode, string UserAgent, AgentFields Agent)
{
    private const string NoUserAgent = "UNKNOWN";

    public static SessionOrigin Of(CallContext call, UserAgentParser agents, CountryDatabase countries)
    {
        var userAgent = SessionDocuments.CutUserAgent(call.UserAgent);
        return new SessionOrigin(
            call.IpAddress, countries.CodeOf(call.IpAddress), userAgent ?? NoUserAgent, agents.Parse(userAgent));
    }
}
