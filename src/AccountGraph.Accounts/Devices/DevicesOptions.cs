namespace AccountGraph.Accounts.Devices;

/// <summary>Files about clients and addresses. Empty means the one that the build put beside the server.</summary>
public sealed class DevicesOptions
{
    public const string Section = "Devices";

    /// <summary>Rules that tell systems, clients and devices from user agents, in the form of the build's.</summary>
    public string UserAgentRules { get; set; } = "";

    /// <summary>A country database in MaxMind's format, such as GeoLite2-Country.mmdb.</summary>
    public string CountryDatabase { get; set; } = "";
}
