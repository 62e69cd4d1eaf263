using System.Text;

namespace AccountGraph.Messaging.Templates;

/// <summary>The HTML body: tables and inline styles, which every mail program draws alike, one style sheet for
/// dark screens, and nothing to be fetched.</summary>
/// <remarks>No colour is written in six decimal digits: whoever picks the code out of a body looks for those.</remarks>
internal sealed class HtmlBody
{
    private const string Font =
        "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

    private const string Lead = "margin:0 0 16px;font-size:16px;line-height:1.55;color:#2a3140";
    private const string Aside = "margin:0 0 16px;font-size:14px;line-height:1.55;color:#5b6678";
    private const string Last =
        "margin:24px 0 0;padding-top:20px;border-top:1px solid #e3e8f0;font-size:14px;line-height:1.55;color:#5b6678";

    private const string Button =
        "display:inline-block;padding:13px 24px;border-radius:9px;background-color:#3451d1;"
        + "font-size:16px;font-weight:600;text-decoration:none;color:#ffffff";

    private const string CodeWell =
        "margin:24px 0;padding:18px 12px;border-radius:10px;background-color:#f0f3fa;text-align:center;"
        + "font-family:ui-monospace,Menlo,Consolas,monospace;font-size:32px;line-height:1.2;font-weight:700;"
        + "letter-spacing:.22em;color:#171c26";

    private const string PhraseWell =
        "margin:0 0 16px;padding:14px 16px;border-radius:10px;background-color:#f0f3fa;"
        + "font-size:15px;line-height:1.55;color:#2a3140";

    private const string Cell = "padding:4px 16px 4px 0;" + Font + ";font-size:14px;line-height:1.5";

    private const string DetailsTable =
        "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:4px 0 16px\">";

    private readonly Template _page;

    public HtmlBody()
    {
        using var resource = new StreamReader(typeof(HtmlBody).Assembly.GetManifestResourceStream("page.html")!);
        _page = Template.Parse(resource.ReadToEnd(), "page.html");
    }

    public string Write(EmailKind kind, LocaleTexts texts, IReadOnlyDictionary<string, string> values)
    {
        var greeting = values["user"].Length > 0 ? "greeting" : "greeting.nameless";
        var blocks = new StringBuilder(Line(Element("p", "ink", Lead, Text(greeting, texts, values))));
        foreach (var block in kind.Body) blocks.Append(BlockHtml(block, texts, values));

        var parts = new Dictionary<string, string>
        {
            ["lang"] = texts.Locale,
            ["font"] = Font,
            ["subject"] = Text(kind.SubjectKey, texts, values),
            ["title"] = Text(kind.TitleKey, texts, values),
            ["project"] = TemplateText.Html(values["project"]),
            ["closing"] = Text("closing", texts, values),
            ["blocks"] = blocks.ToString(),
        };
        return _page.Render(parts, TemplateText.Plain);
    }

    private static string BlockHtml(EmailBlock block, LocaleTexts texts, IReadOnlyDictionary<string, string> values) =>
        block switch
        {
            EmailBlock.Paragraph paragraph =>
                Line(Element("p", "ink", Lead, Text(paragraph.TextKey, texts, values))),
            EmailBlock.Link link => LinkHtml(link, texts, values),
            EmailBlock.Code => Line(Element("p", "well", CodeWell, TemplateText.Html(values["code"]))),
            EmailBlock.Details details => DetailsHtml(details, texts, values),
            EmailBlock.Phrase when values["phrase"].Length == 0 => "",
            EmailBlock.Phrase => PhraseHtml(texts, values),
            EmailBlock.Note note => Line(Element("p", "soft line", Last, Text(note.TextKey, texts, values))),
            _ => throw new ArgumentOutOfRangeException(nameof(block)),
        };

    private static string LinkHtml(
        EmailBlock.Link block, LocaleTexts texts, IReadOnlyDictionary<string, string> values)
    {
        var address = TemplateText.Html(values["link"]);
        var button = Anchor("button", address, Button, Text(block.LabelKey, texts, values));
        var plain = Anchor("link", address, "color:#3451d1;word-break:break-all", address);
        return Line(Element("p", "ink", "margin:24px 0", button))
            + Line(Element("p", "soft", Aside, $"{Text("link.copy", texts, values)}<br>{plain}"));
    }

    private static string PhraseHtml(LocaleTexts texts, IReadOnlyDictionary<string, string> values)
    {
        var phrase = $"<strong>{TemplateText.Html(values["phrase"])}</strong>";
        var (label, advice) = (Text("phrase.label", texts, values), Text("phrase.advice", texts, values));
        return Line(Element("p", "well", PhraseWell, $"{label}: {phrase}<br>{advice}"));
    }

    private static string DetailsHtml(
        EmailBlock.Details block, LocaleTexts texts, IReadOnlyDictionary<string, string> values)
    {
        var rows = block.Rows.Select(row =>
        {
            var label = Element("td", "soft", Cell + ";color:#5b6678", Text(row.LabelKey, texts, values));
            var value = Element("td", "ink", Cell + ";color:#2a3140", TemplateText.Html(values[row.Placeholder]));
            return Line($"  <tr>{label}{value}</tr>");
        });
        return Line(DetailsTable) + string.Concat(rows) + Line("</table>");
    }

    private static string Text(string key, LocaleTexts texts, IReadOnlyDictionary<string, string> values) =>
        TemplateText.Html(texts.Text(key, values));

    private static string Element(string tag, string cssClass, string style, string content) =>
        $"""<{tag} class="{cssClass}" style="{style}">{content}</{tag}>""";

    private static string Anchor(string cssClass, string address, string style, string content) =>
        $"""<a class="{cssClass}" href="{address}" target="_blank" style="{style}">{content}</a>""";

    private static string Line(string html) => $"            {html}\n";
}
