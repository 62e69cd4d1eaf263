namespace AccountGraph.Accounts.Devices;

public sealed class DevicesOptions
{
    public const string Section = "Devices";

    /// <summary>A country database in MaxMind's format, such as GeoLite2-Country.mmdb. Empty means the one that came
    /// with the build.</summary>
    public string CountryDatabase { get; set; } = "";
}
