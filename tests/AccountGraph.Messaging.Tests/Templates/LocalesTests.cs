using AccountGraph.Messaging.Templates;

namespace AccountGraph.Messaging.Tests.Templates;

public sealed class LocalesTests
{
    private static readonly Locales Locales = Locales.Load();

    [Fact]
    public void At_least_seven_languages_are_built_in() =>
        Assert.Superset(
            new HashSet<string>(SampleMails.Locales.Select(row => row.Data)),
            Locales.All.Select(texts => texts.Locale).ToHashSet());

    [Fact]
    public void Every_language_has_every_text_with_the_same_placeholders()
    {
        var english = Describe(Locales.Find("en")!);

        foreach (var texts in Locales.All) Assert.Equal(english, Describe(texts));
    }

    [Fact]
    public void Texts_use_only_placeholders_that_their_mail_fills()
    {
        string[] ofEveryMail = ["user", "project", "email"];
        foreach (var (key, template) in Locales.Find("en")!.All)
        {
            var kind = EmailKinds.All.FirstOrDefault(kind => key.StartsWith(kind.Name + ".", StringComparison.Ordinal));
            var known = kind?.Placeholders ?? [.. ofEveryMail, "lifetime", "count"];

            Assert.All(template.Placeholders, placeholder => Assert.Contains(placeholder, known));
        }
    }

    [Fact]
    public void No_text_is_left_in_English()
    {
        var english = Locales.Find("en")!;
        var placeholders = english.All.Values.SelectMany(text => text.Placeholders).Distinct();
        var values = placeholders.ToDictionary(name => name, _ => "x");
        var sentences = english.All.Keys.Where(key => key.EndsWith(".lead", StringComparison.Ordinal)
            || key.EndsWith(".note", StringComparison.Ordinal)
            || key.StartsWith("lifetime.", StringComparison.Ordinal));

        foreach (var key in sentences)
        {
            var written = Locales.All.Select(texts => texts.Text(key, values)).ToList();
            Assert.Equal(written.Count, written.Distinct().Count());
        }
    }

    private static IEnumerable<string> Describe(LocaleTexts texts) =>
        texts.All.Select(pair => $"{pair.Key}: {string.Join(' ', pair.Value.Placeholders.Order())}").Order();
}
