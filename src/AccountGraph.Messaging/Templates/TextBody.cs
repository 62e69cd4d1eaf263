using System.Text;

namespace AccountGraph.Messaging.Templates;

/// <summary>The plain-text body. Links and codes stand on lines of their own.</summary>
internal static class TextBody
{
    public static string Write(EmailKind kind, LocaleTexts texts, IReadOnlyDictionary<string, string> values)
    {
        var greeting = values["user"].Length > 0 ? "greeting" : "greeting.nameless";
        var body = new StringBuilder();
        body.Append(texts.Text(greeting, values)).Append('\n');
        foreach (var block in kind.Body)
        {
            var text = BlockText(block, texts, values);
            if (text.Length > 0) body.Append('\n').Append(text).Append('\n');
        }

        return body.Append('\n').Append(texts.Text("closing", values)).Append('\n').ToString();
    }

    private static string BlockText(EmailBlock block, LocaleTexts texts, IReadOnlyDictionary<string, string> values) =>
        block switch
        {
            EmailBlock.Paragraph paragraph => texts.Text(paragraph.TextKey, values),
            EmailBlock.Link => values["link"],
            EmailBlock.Code => values["code"],
            EmailBlock.Details details => string.Join(
                '\n', details.Rows.Select(row => $"{texts.Text(row.LabelKey, values)}: {values[row.Placeholder]}")),
            EmailBlock.Phrase when values["phrase"].Length == 0 => "",
            EmailBlock.Phrase =>
                $"{texts.Text("phrase.label", values)}: {values["phrase"]}\n{texts.Text("phrase.advice", values)}",
            EmailBlock.Note note => texts.Text(note.TextKey, values),
            _ => throw new ArgumentOutOfRangeException(nameof(block)),
        };
}
