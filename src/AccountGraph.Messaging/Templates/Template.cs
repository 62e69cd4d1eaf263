using System.Text;

namespace AccountGraph.Messaging.Templates;

/// <summary>Text with <c>{{name}}</c> for a value and <c>{{#name}}…{{/name}}</c> for a part that is written only
/// when the value is not empty. Parsed and checked once.</summary>
internal sealed class Template
{
    private readonly Part[] _parts;

    private Template(Part[] parts)
    {
        _parts = parts;
        Placeholders = [.. parts.Where(part => part.Kind != PartKind.Literal).Select(part => part.Text).Distinct()];
    }

    private enum PartKind
    {
        Literal,
        Value,
        Open,
        Close,
    }

    public IReadOnlyList<string> Placeholders { get; }

    /// <summary>True when the first thing written, white space apart, is this value.</summary>
    public bool StartsWith(string placeholder) =>
        _parts is [{ Kind: PartKind.Value } first, ..] && first.Text == placeholder;

    /// <param name="source">File or resource that an error names.</param>
    public static Template Parse(string text, string source)
    {
        var parts = new List<Part>();
        string? section = null;
        var position = 0;
        while (position < text.Length)
        {
            var open = text.IndexOf("{{", position, StringComparison.Ordinal);
            if (open < 0) break;
            if (open > position) parts.Add(new Part(PartKind.Literal, text[position..open]));
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0) throw TemplateException.Unclosed(source, text[open..Math.Min(text.Length, open + 20)]);

            var part = ReadPlaceholder(text[(open + 2)..close].Trim(), source);
            section = FollowSection(section, part, source);
            parts.Add(part);
            position = close + 2;
        }

        if (section is not null) throw TemplateException.Unclosed(source, "{{#" + section + "}}");
        if (position < text.Length) parts.Add(new Part(PartKind.Literal, text[position..]));
        return new Template([.. parts]);
    }

    public string Render(IReadOnlyDictionary<string, string> values, Func<string, string> escape)
    {
        var text = new StringBuilder();
        var isHidden = false;
        foreach (var part in _parts)
        {
            switch (part.Kind)
            {
                case PartKind.Open:
                    isHidden = values[part.Text].Length == 0;
                    break;
                case PartKind.Close:
                    isHidden = false;
                    break;
                case PartKind.Literal when !isHidden:
                    text.Append(part.Text);
                    break;
                case PartKind.Value when !isHidden:
                    text.Append(escape(values[part.Text]));
                    break;
            }
        }

        return text.ToString();
    }

    private static Part ReadPlaceholder(string inner, string source)
    {
        var kind = inner switch { ['#', ..] => PartKind.Open, ['/', ..] => PartKind.Close, _ => PartKind.Value };
        var name = kind == PartKind.Value ? inner : inner[1..].Trim();
        if (name.Length == 0 || !name.All(char.IsAsciiLetter)) throw TemplateException.Malformed(source, inner);
        return new Part(kind, name);
    }

    // Sections do not nest: nothing here needs it, and a flat rule is easy to explain.
    private static string? FollowSection(string? open, Part part, string source) => part.Kind switch
    {
        PartKind.Open when open is null => part.Text,
        PartKind.Close when open == part.Text => null,
        PartKind.Open or PartKind.Close => throw TemplateException.Unbalanced(source, part.Text),
        _ => open,
    };

    private readonly record struct Part(PartKind Kind, string Text);
}
