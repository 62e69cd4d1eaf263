using System.Globalization;
using System.Text.RegularExpressions;

namespace AccountGraph.Accounts.Devices;

/// <summary>Texts of rules, filled with what a pattern caught.</summary>
internal static class RuleTexts
{
    public static string Fill(string template, Match match)
    {
        if (!template.Contains('$', StringComparison.Ordinal)) return template;
        for (var group = 1; group < Math.Max(2, match.Groups.Count); group++)
        {
            var placeholder = "$" + group.ToString(CultureInfo.InvariantCulture);
            template = template.Replace(placeholder, match.Groups[group].Value, StringComparison.Ordinal);
        }

        return template;
    }

    /// <summary>Cut to major and minor: more of it changes weekly and tells a user nothing.</summary>
    public static string Version(string template, Match match)
    {
        var version = Fill(template, match).Replace('_', '.');
        if (version.EndsWith('.')) version = version[..^1];
        return string.Join('.', version.Trim().Split('.').Take(2));
    }

    public static string Model(string template, Match match)
    {
        var model = Fill(template, match).Replace('_', ' ');
        if (model.EndsWith(" TD", StringComparison.OrdinalIgnoreCase)) model = model[..^3];
        return model == "Build" ? "" : model.Trim();
    }

    /// <summary>Compares part by part as numbers; parts that are none are passed over.</summary>
    public static int CompareVersions(string left, string right)
    {
        var lefts = left.Split('.');
        var rights = right.Split('.');
        for (var i = 0; i < Math.Min(lefts.Length, rights.Length); i++)
        {
            if (!TryNumber(lefts[i], out var a) || !TryNumber(rights[i], out var b)) continue;
            if (a != b) return a.CompareTo(b);
        }

        return lefts.Length.CompareTo(rights.Length);
    }

    // The digits a part begins with.
    private static bool TryNumber(string part, out long number)
    {
        var length = part.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return long.TryParse(
            length < 0 ? part : part[..length], NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
