using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AccountGraph.Accounts.Devices;

namespace AccountGraph.Accounts.Tests.Devices;

public sealed class RulePatternTests
{
    [Theory]
    [InlineData("Nexus 5", "nexus 5")]
    [InlineData("Firefox(?:/(\\d+))?", "firefox")]
    [InlineData("(?:Chrome|CriOS)/[\\d.]+", "chrome/", "crios/")]
    [InlineData("Chr[o0]me", "chr0me", "chrome")]
    [InlineData("SM-[AG]5\\d", "sm-a5", "sm-g5")]
    [InlineData("a?Android(?! TV)[ _]Go", "android go", "android_go")]
    [InlineData("(?:Pad)+ Pro{0,2}", "pad")]
    [InlineData("(?<!like )Gecko", "gecko")]
    [InlineData("iPad(?:; iOS|.+CPU (?:iPad ?)?OS) 1", "ipad")]
    [InlineData("Desk(?:top|.+PC)", "desk")]
    [InlineData("Lenovo\\_A\\+", "lenovo_a+")]
    public void Text_that_every_match_contains_is_found(string pattern, params string[] literals) =>
        Assert.Equal(literals, new RulePattern(pattern).Literals.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("[A-Z]+")]
    [InlineData("(?:Chrome|\\d+)")]
    [InlineData("x?y?")]
    [InlineData(".*(?:a|bc)")]
    [InlineData("unbalanced)x")]
    [InlineData("(unbalanced")]
    [InlineData("[unbalanced")]
    [InlineData("unbalanced\\")]
    [InlineData("Fire(?<word>bird)fox")]
    [InlineData("(?x) Fire fox")]
    [InlineData("Fire\\x66ox")]
    public void Where_nothing_is_certain_the_regex_decides_alone(string pattern) =>
        Assert.Empty(new RulePattern(pattern).Literals);

    // The search in front must never rule out what the regex would find.
    [Fact]
    public void The_prefilter_changes_no_answer()
    {
        var agents = File.ReadAllLines(Path.Combine(Folder(), "user-agents.tsv"))
            .Select(line => line.Split('\t')[0])
            .Select(agent => (Text: agent, Lower: agent.ToLowerInvariant()))
            .ToArray();
        foreach (var pattern in Patterns(Rules()).Where(pattern => pattern.Literals.Count > 0))
        {
            // Without the time limit: what a busy machine gives up on is no answer here.
            var regex = new Regex(pattern.Regex.ToString(), pattern.Regex.Options);
            foreach (var agent in agents)
            {
                Assert.True(
                    pattern.Literals.Any(literal => agent.Lower.Contains(literal)) || !regex.IsMatch(agent.Text),
                    $"{regex} matches {agent.Text} without one of {string.Join(", ", pattern.Literals)}");
            }
        }
    }

    [Fact]
    public void Every_pattern_of_the_rules_is_understood()
    {
        var patterns = AllPatterns(Rules()).ToArray();

        Assert.True(patterns.Length > 19_000);
        Assert.All(patterns, pattern => Assert.NotNull(pattern.Regex));
        Assert.True(patterns.Count(pattern => pattern.Literals.Count == 0) < patterns.Length / 200);
    }

    private static IEnumerable<RulePattern> AllPatterns(DeviceRules rules) =>
        Patterns(rules)
            .Concat(Brands(rules).SelectMany(brand => brand.Models ?? []).Select(model => model.Pattern))
            .Concat(rules.Systems.SelectMany(system => system.Versions ?? []).Select(version => version.Pattern));

    private static IEnumerable<RulePattern> Patterns(DeviceRules rules) =>
        rules.Systems.Select(system => system.Pattern)
            .Concat(rules.Clients.SelectMany(group => group.Rules).Select(client => client.Pattern))
            .Concat(rules.Engines.Select(engine => engine.Pattern))
            .Concat(rules.Vendors.SelectMany(vendor => vendor.Patterns))
            .Concat(Brands(rules).Select(brand => brand.Pattern));

    private static IEnumerable<DeviceRules.BrandRule> Brands(DeviceRules rules) =>
        rules.Televisions
            .Concat(rules.ShellTelevisions)
            .Concat(rules.Notebooks)
            .Concat(rules.Devices.SelectMany(group => group));

    private static DeviceRules Rules()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "devices.json");
        Assert.SkipUnless(File.Exists(file), "The build had no npm to make devices.json.");
        return DeviceRules.Load(file);
    }

    private static string Folder([CallerFilePath] string test = "") =>
        Path.GetDirectoryName(test)!;
}
