namespace AccountGraph.Messaging.Templates;

/// <summary>The built-in languages, and the chain from an asked one to one that exists.</summary>
internal sealed class Locales
{
    public const string Fallback = "en";
    private const int MaxLength = 35;
    private const string ResourceFolder = "Locales/";

    private readonly Dictionary<string, LocaleTexts> _texts;

    private Locales(Dictionary<string, LocaleTexts> texts) => _texts = texts;

    public IReadOnlyCollection<LocaleTexts> All => _texts.Values;

    public static Locales Load()
    {
        var assembly = typeof(Locales).Assembly;
        var texts = new Dictionary<string, LocaleTexts>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(ResourceFolder, StringComparison.Ordinal)) continue;
            var locale = name[ResourceFolder.Length..];
            using var json = assembly.GetManifestResourceStream(name)!;
            texts.Add(locale, LocaleTexts.Parse(locale, json));
        }

        return new Locales(texts);
    }

    public LocaleTexts? Find(string locale) => _texts.GetValueOrDefault(locale);

    /// <summary>The texts of the first language of the chain that is built in.</summary>
    public LocaleTexts Nearest(string? locale) => Chain(locale).Select(Find).First(texts => texts is not null)!;

    /// <summary><c>pt-BR</c> gives <c>pt-BR</c>, <c>pt</c>, <c>en</c>. No locale gives <c>en</c>.</summary>
    public static IEnumerable<string> Chain(string? locale)
    {
        var rest = IsLocale(locale) ? locale!.Replace('_', '-') : "";
        while (rest.Length > 0)
        {
            yield return rest;
            rest = rest[..Math.Max(0, rest.LastIndexOf('-'))];
        }

        yield return Fallback;
    }

    public static bool IsLocale(string? text) =>
        text is { Length: >= 2 and <= MaxLength }
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
