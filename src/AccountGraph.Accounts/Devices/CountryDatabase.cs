namespace AccountGraph.Accounts.Devices;

/// <summary>The country an address is registered in.</summary>
public sealed class CountryDatabase
{
    /// <summary>The code of an address whose country is not known.</summary>
    public const string Unknown = "--";

    private readonly string _unknown = Unknown;

    public static CountryDatabase Open(DevicesOptions options) => new();

    /// <summary>A lower-case ISO 3166 code, or <see cref="Unknown"/>.</summary>
    public string CodeOf(string address) => _unknown;
}
