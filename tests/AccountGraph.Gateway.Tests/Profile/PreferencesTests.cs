using System.Text.Json;
using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Profile;

/// <summary>accountGetPrefs and accountUpdatePrefs.</summary>
public sealed class PreferencesTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Get = "{ accountGetPrefs { data } }";
    private const string Update = "mutation ($prefs: Assoc!) { accountUpdatePrefs(prefs: $prefs) { prefs { data } } }";

    private readonly GatewayHost _host = shared.Host;

    [Fact]
    public async Task New_preferences_are_shown_with_the_account()
    {
        await _host.RegisterAsync("ada@example.com");
        using var user = await _host.SignInAsync("ada@example.com");

        var answer = await user.SendAsync(
            $$"""mutation { accountUpdatePrefs(prefs: "{\"theme\": \"dark\", \"sizes\": [1, 2]}") {{Fields.User}} }""");

        Snapshot.Match(answer.Body);
    }

    [Fact]
    public async Task Preferences_are_empty_at_first()
    {
        using var user = await _host.NewUserAsync();

        Snapshot.Match((await user.SendAsync(Get)).Body);
    }

    [Fact]
    public async Task Preferences_come_back_as_they_were_sent()
    {
        using var user = await _host.NewUserAsync();
        var sent = new Dictionary<string, object?>
        {
            ["$type"] = "x",
            ["_private"] = true,
            ["dotted.key"] = 1.5,
            ["list"] = new object?[] { 1, new { deep = new { deeper = new { deepest = "é/\"\\" } } }, null },
            [""] = 9007199254740993,
        };

        await user.ValueOfAsync(Update, new { prefs = sent });

        var data = (await user.ValueOfAsync(Get)).GetProperty("data").GetString()!;
        Assert.True(JsonElement.DeepEquals(JsonSerializer.SerializeToElement(sent), JsonElement.Parse(data)), data);
    }

    [Theory]
    [InlineData("""mutation { accountUpdatePrefs(prefs: {theme: "dark", n: 1}) { prefs { data } } }""")]
    [InlineData("""mutation { accountUpdatePrefs(prefs: "{\"theme\":\"dark\",\"n\":1}") { prefs { data } } }""")]
    public async Task A_literal_may_be_text_or_an_object(string document)
    {
        using var user = await _host.NewUserAsync();

        var value = await user.ValueOfAsync(document);

        Assert.Equal("""{"theme":"dark","n":1}""", value.GetProperty("prefs").GetProperty("data").GetString());
    }

    [Fact]
    public async Task An_update_replaces_everything()
    {
        using var user = await _host.NewUserAsync();
        await user.ValueOfAsync(Update, new { prefs = new { theme = "dark" } });

        await user.ValueOfAsync(Update, new { prefs = new { size = 2 } });
        Assert.Equal("""{"size":2}""", (await user.ValueOfAsync(Get)).GetProperty("data").GetString());

        await user.ValueOfAsync(Update, new { prefs = "{}" });
        Assert.Equal("{}", (await user.ValueOfAsync(Get)).GetProperty("data").GetString());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("3")]
    [InlineData("")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    public async Task Text_that_is_no_object_is_refused(string prefs)
    {
        using var user = await _host.NewUserAsync();

        Assert.Equal("general_argument_invalid 400", await user.ErrorOfAsync(Update, new { prefs }));
    }

    [Fact]
    public async Task Size_is_limited_in_bytes_of_JSON()
    {
        using var user = await _host.NewUserAsync();
        var overhead = """{"a":""}""".Length;

        await user.ValueOfAsync(Update, new { prefs = new { a = new string('x', 65_535 - overhead) } });

        Assert.Equal(
            "general_argument_invalid 400",
            await user.ErrorOfAsync(Update, new { prefs = new { a = new string('x', 65_536 - overhead) } }));
    }
}
