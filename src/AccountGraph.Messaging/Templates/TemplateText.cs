using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AccountGraph.Messaging.Templates;

/// <summary>Makes values from outside safe for the place where they are written.</summary>
internal static partial class TemplateText
{
    private const int MaxValueLength = 256;
    private const int MaxNameLength = 64;

    public static string Html(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var character in value)
        {
            _ = character switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '"' => text.Append("&quot;"),
                '\'' => text.Append("&#39;"),
                _ => text.Append(character),
            };
        }

        return text.ToString();
    }

    public static string Plain(string value) => value;

    /// <summary>One line of visible text: control characters would forge lines and headers, directional ones
    /// would make an address read as another.</summary>
    public static string OneLine(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return "";
        var text = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (text.Length >= MaxValueLength) break;
            var category = Rune.GetUnicodeCategory(rune);
            var isSpace = category is UnicodeCategory.Control or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;
            if (isSpace)
            {
                if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
            }
            else if (category != UnicodeCategory.Format || rune.Value == ZeroWidthJoiner)
            {
                text.Append(rune.ToString());
            }
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>A name fit for a greeting, else an empty text. Mail programs make links of bare addresses, so a
    /// stranger's "name" could carry an advertisement or a trap to a mailbox that never asked for it.</summary>
    public static string GreetingName(string? value)
    {
        var name = OneLine(value);
        return name.Length > MaxNameLength || LooksLikeAddress().IsMatch(name) ? "" : name;
    }

    public static string MaskedEmail(string address)
    {
        var at = address.LastIndexOf('@');
        return at < 1 ? OneLine(address) : OneLine($"{address[0]}***{address[at..]}");
    }

    public static string MaskedPhone(string number) => number.Length < 6 ? "***" : $"***{number[^2..]}";

    // Needed inside emoji.
    private const int ZeroWidthJoiner = 0x200D;

    [GeneratedRegex(@"[/\\@]|\.\p{L}{2,}|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex LooksLikeAddress();
}
