using System.Collections.Frozen;

namespace AccountGraph.Accounts.Devices;

/// <summary>Names of the ISO 3166 countries in the languages of the server.</summary>
public static class Countries
{
    private const string Fallback = "en";

    private static readonly FrozenDictionary<string, string> Unknown = new Dictionary<string, string>
    {
        ["en"] = "Unknown",
        ["de"] = "Unbekannt",
        ["fr"] = "Inconnu",
        ["es"] = "Desconocido",
        ["pt"] = "Desconhecido",
        ["ja"] = "不明",
        ["zh"] = "未知",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Names = Read();

    /// <summary>The name in the language of the locale (<c>pt-br</c> is read as <c>pt</c>, an unknown language as
    /// English), or its word for unknown.</summary>
    public static string NameOf(string code, string locale)
    {
        var language = LanguageOf(locale);
        return Names[language].GetValueOrDefault(code) ?? Unknown[language];
    }

    internal static IEnumerable<string> Codes => Names[Fallback].Keys;

    internal static IEnumerable<string> Languages => Names.Keys;

    private static string LanguageOf(string locale)
    {
        var end = locale.AsSpan().IndexOfAny('-', '_');
        var language = end < 0 ? locale : locale[..end];
        return Names.ContainsKey(language) ? language : Fallback;
    }

    // A column for the code and one for each language, named in the first row.
    private static FrozenDictionary<string, FrozenDictionary<string, string>> Read()
    {
        using var stream = typeof(Countries).Assembly.GetManifestResourceStream("countries.tsv")
            ?? throw new InvalidOperationException("The names of countries are missing from the assembly.");
        using var reader = new StreamReader(stream);
        var rows = reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToArray();
        return Enumerable.Range(1, rows[0].Length - 1).ToFrozenDictionary(
            column => rows[0][column],
            column => rows.Skip(1).ToFrozenDictionary(
                row => row[0], row => row[column], StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase);
    }
}
