using System.Globalization;
using System.Text.Json;

namespace AccountGraph.Messaging.Templates;

/// <summary>The texts of one language.</summary>
internal sealed class LocaleTexts(string locale, IReadOnlyDictionary<string, Template> texts)
{
    public string Locale { get; } = locale;

    public IReadOnlyDictionary<string, Template> All { get; } = texts;

    public static LocaleTexts Parse(string locale, Stream json)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
        var templates = texts.ToDictionary(
            pair => pair.Key, pair => Template.Parse(pair.Value, $"{locale}.json, {pair.Key}"));
        return new LocaleTexts(locale, templates);
    }

    public string Text(string key, IReadOnlyDictionary<string, string> values) =>
        All[key].Render(values, TemplateText.Plain);

    /// <summary>The greatest unit that divides the time, so the text never rounds: 5,400 s are 90 minutes.</summary>
    public string Duration(long seconds)
    {
        var (unit, count) = seconds switch
        {
            _ when seconds % 86_400 == 0 => ("days", seconds / 86_400),
            _ when seconds % 3_600 == 0 => ("hours", seconds / 3_600),
            _ when seconds % 60 == 0 => ("minutes", seconds / 60),
            _ => ("seconds", seconds),
        };
        var values = new Dictionary<string, string> { ["count"] = count.ToString(CultureInfo.InvariantCulture) };
        return Text($"duration.{unit}.{(count == 1 ? "one" : "other")}", values);
    }
}
