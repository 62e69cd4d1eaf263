using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AccountGraph.Gateway.Hosting;

namespace AccountGraph.Gateway.Tests.Hosting;

/// <summary>The README's table of settings against the classes that are bound.</summary>
public sealed partial class SettingsTableTests
{
    [Fact]
    public void The_table_names_every_setting_and_no_other()
    {
        var table = KeysOf(ReadMe()).ToHashSet(StringComparer.Ordinal);
        var classes = SettingsReader.AllKeys().Select(setting => Plain(setting.Key)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal("", string.Join('\n', classes.Except(table).Order().Select(key => $"{key} is not in the table")));
        Assert.Equal("", string.Join('\n', table.Except(classes).Order().Select(key => $"{key} does not exist")));
    }

    [Fact]
    public void A_row_of_a_setting_that_does_not_exist_is_found()
    {
        Assert.Equal(["Storage:Imagined"], KeysOf("| `Storage:Imagined` | none | |"));
    }

    private static IEnumerable<string> KeysOf(string text)
    {
        foreach (Match row in Rows().Matches(text))
        {
            string? prefix = null;
            foreach (Match name in Names().Matches(row.Groups[1].Value))
            {
                var key = name.Groups[1].Value.Replace("…:", "", StringComparison.Ordinal);
                if (!key.Contains(':', StringComparison.Ordinal) && prefix is not null) key = prefix + key;
                else prefix = key[..(key.LastIndexOf(':') + 1)];
                // Read by the framework, not by us.
                if (!key.StartsWith("ASPNETCORE_", StringComparison.Ordinal)) yield return Plain(key);
            }
        }
    }

    /// <summary>Names and numbers that are free to choose, whatever they are called.</summary>
    private static string Plain(string key) => Free().Replace(key, "<>");

    private static string ReadMe([CallerFilePath] string file = "")
    {
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "README.md"));
        var start = text.IndexOf("## Settings", StringComparison.Ordinal);
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return text[start..(end < 0 ? text.Length : end)];
    }

    [GeneratedRegex(@"^\| (`[^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Names();

    [GeneratedRegex("<[a-z]*>")]
    private static partial Regex Free();
}
