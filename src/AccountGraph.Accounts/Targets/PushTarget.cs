using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Devices;

namespace AccountGraph.Accounts.Targets;

/// <summary>What the three operations on push targets share.</summary>
internal static class PushTarget
{
    private const int LongestIdentifier = 255;

    public static AccountError? CheckIdentifier(string? identifier) =>
        TextArgument.Check("identifier", identifier, 1, LongestIdentifier);

    /// <summary>Brand and model; a single space for a device that is not known.</summary>
    public static string NameOf(CallContext call, UserAgentParser agents)
    {
        var agent = agents.Parse(call.UserAgent);
        return $"{agent.DeviceBrand} {agent.DeviceModel}";
    }
}
