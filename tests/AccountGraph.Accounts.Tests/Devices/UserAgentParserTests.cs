using System.Diagnostics;
using System.Runtime.CompilerServices;
using AccountGraph.Accounts.Devices;
using AccountGraph.Accounts.Sessions;

namespace AccountGraph.Accounts.Tests.Devices;

public sealed class UserAgentParserTests
{
    private const string Table = "user-agents.tsv";

    private static readonly string RulesFile = Path.Combine(AppContext.BaseDirectory, "devices.json");

    [Fact]
    public void Chrome_on_windows_is_told_apart()
    {
        var fields = Parser().Parse(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) " +
            "Chrome/70.0.3538.110 Safari/537.36");

        Assert.Equal(
            new AgentFields
            {
                OsCode = "WIN",
                OsName = "Windows",
                OsVersion = "10",
                ClientType = "browser",
                ClientCode = "CH",
                ClientName = "Chrome",
                ClientVersion = "70.0",
                ClientEngine = "Blink",
                ClientEngineVersion = "70.0.3538.110",
                DeviceName = "desktop",
            },
            fields);
    }

    [Fact]
    public void Every_recorded_user_agent_gives_the_recorded_fields()
    {
        var parser = Parser();
        var recorded = File.ReadAllLines(Beside(Table));

        // Read twice: on a busy machine the first reading may have run out of time.
        foreach (var agent in recorded.Select(AgentOf)) parser.Parse(agent);
        var found = recorded.Select(AgentOf).Select(agent => Row(agent, parser.Parse(agent)));

        Assert.True(recorded.Length >= 30);
        Assert.Equal(recorded, found);
    }

    // Else an update of the npm package would leave the table behind unnoticed.
    [Fact]
    public async Task The_recorded_fields_are_what_the_source_of_the_rules_answers()
    {
        var modules = Path.GetFullPath(Beside("../../../src/AccountGraph.Accounts/Devices/node_modules"));
        Assert.SkipUnless(Directory.Exists(modules), "npm has not fetched node-device-detector.");

        using var node = Process.Start(new ProcessStartInfo("node", [Beside("user-agents.cjs"), modules])
        {
            RedirectStandardOutput = true,
        })!;
        var answers = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(await File.ReadAllTextAsync(Beside(Table), TestContext.Current.CancellationToken), answers);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("UNKNOWN")]
    [InlineData("\t")]
    public void Nothing_recognisable_gives_empty_fields(string? userAgent) =>
        Assert.Equal(new AgentFields(), Parser().Parse(userAgent));

    [Fact]
    public void Only_the_first_500_characters_are_read()
    {
        var fields = Parser().Parse(new string('x', 500) + " curl/8.5.0");

        Assert.Equal(new AgentFields(), fields);
    }

    [Fact]
    public void A_hostile_user_agent_is_given_up_on_in_time()
    {
        var parser = Parser();
        string[] hostile =
        [
            new('(', 500),
            string.Concat(Enumerable.Repeat("Android 10; ", 42)),
            "Mozilla/5.0 (Linux; Android " + new string('1', 460),
            "Opera/9.80 (" + string.Concat(Enumerable.Repeat("a-", 240)),
            string.Concat(Enumerable.Repeat("TV Tizen ", 55)),
            "HbbTV/1.1.1 " + new string(';', 480),
        ];

        var start = Stopwatch.GetTimestamp();
        foreach (var userAgent in hostile) parser.Parse(userAgent);

        // Six times the budget, one last regex each, and room for a busy machine.
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(6));
    }

    [Fact]
    public void Missing_rules_leave_the_fields_empty_and_are_told_once()
    {
        var parser = UserAgentParser.Load(new DevicesOptions { UserAgentRules = "/nowhere/devices.json" });

        Assert.Contains("/nowhere/devices.json", parser.Warning, StringComparison.Ordinal);
        Assert.Equal(new AgentFields(), parser.Parse("curl/8.5.0"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"systems\":[{\"regex\":null,\"name\":\"X\"}]}")]
    [InlineData("{\"systems\":[{\"regex\":\"X\"}]}")]
    public void Damaged_rules_are_treated_like_missing_ones(string content)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, content);

        var parser = UserAgentParser.Load(new DevicesOptions { UserAgentRules = file });

        File.Delete(file);
        Assert.NotNull(parser.Warning);
        Assert.Equal(new AgentFields(), parser.Parse("curl/8.5.0"));
    }

    private static UserAgentParser Parser()
    {
        Assert.SkipUnless(File.Exists(RulesFile), "The build had no npm to make devices.json.");
        var parser = UserAgentParser.Load(new DevicesOptions());
        Assert.Null(parser.Warning);
        return parser;
    }

    private static string AgentOf(string row) => row.Split('\t')[0];

    private static string Row(string userAgent, AgentFields fields) => string.Join(
        '\t',
        userAgent,
        fields.OsCode,
        fields.OsName,
        fields.OsVersion,
        fields.ClientType,
        fields.ClientCode,
        fields.ClientName,
        fields.ClientVersion,
        fields.ClientEngine,
        fields.ClientEngineVersion,
        fields.DeviceName,
        fields.DeviceBrand,
        fields.DeviceModel);

    private static string Beside(string file, [CallerFilePath] string test = "") =>
        Path.Combine(Path.GetDirectoryName(test)!, file);
}
