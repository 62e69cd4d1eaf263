using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Tests.Profile;

public sealed class ProfileTests
{
    [Fact]
    public async Task An_unchanged_account_is_not_written_out_again()
    {
        await using var host = await AccountsHost.StartAsync();
        var own = await host.SignInAsync(await host.RegisterAsync());

        var first = await GetAsync(host, await host.ReadCallAsync(own));
        var second = await GetAsync(host, await host.ReadCallAsync(own));

        Assert.Same(first, second);
    }

    [Fact]
    public async Task Reading_an_account_completes_at_once()
    {
        await using var host = await AccountsHost.StartAsync();
        var own = await host.SignInAsync(await host.RegisterAsync());
        await GetAsync(host, await host.ReadCallAsync(own));

        var token = SessionToken.Decode(own.Token)!.Value;
        var caller = host.Get<SessionReader>().FindAsync(host.Project, token, default).AsTask();
        Assert.True(caller.IsCompletedSuccessfully);
        var call = host.Call((await caller)!);

        Assert.True(host.Get<GetAccountHandler>().HandleAsync(call, default).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_new_name_shows_at_the_next_read()
    {
        await using var host = await AccountsHost.StartAsync();
        var own = await host.SignInAsync(await host.RegisterAsync());
        await GetAsync(host, await host.ReadCallAsync(own));

        await RenameAsync(host, await host.ReadCallAsync(own), "Anna");

        Assert.Equal("Anna", (await GetAsync(host, await host.ReadCallAsync(own))).Name);
    }

    [Fact]
    public async Task A_record_newer_than_the_timestamp_is_left_alone()
    {
        await using var host = await AccountsHost.StartAsync();
        var own = await host.SignInAsync(await host.RegisterAsync());
        var before = host.Now;
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await RenameAsync(host, await host.ReadCallAsync(own), "Anna");

        var stale = await RenameAsync(host, await host.ReadCallAsync(own, before), "Otto");
        var fresh = await RenameAsync(host, await host.ReadCallAsync(own, host.Now), "Otto");

        Assert.Equal(AccountErrors.DocumentUpdateConflict, stale.Error);
        Assert.Equal("Otto", fresh.Value.Name);
    }

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData(
        """{ "_a": [1, {"b": null}], "ü": "\u00e9/" , "n": 1.50 }""",
        """{"_a":[1,{"b":null}],"ü":"é/","n":1.50}""")]
    public async Task Preferences_are_replaced_and_kept_as_sent(string sent, string stored)
    {
        await using var host = await AccountsHost.StartAsync();
        var own = await host.SignInAsync(await host.RegisterAsync());
        var handler = host.Get<UpdatePrefsHandler>();
        await handler.HandleAsync(new UpdatePrefs("""{"old":true}"""), await host.ReadCallAsync(own), default);

        var updated = await handler.HandleAsync(new UpdatePrefs(sent), await host.ReadCallAsync(own), default);
        var read = await host.Get<GetPrefsHandler>().HandleAsync(await host.ReadCallAsync(own), default);

        Assert.Equal(stored, updated.Value.Prefs.Data);
        Assert.Equal(stored, read.Value.Data);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"{}\"")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    public async Task What_is_no_object_makes_no_preferences(string sent)
    {
        await using var host = await AccountsHost.StartAsync();

        var updated = await host.Get<UpdatePrefsHandler>()
            .HandleAsync(new UpdatePrefs(sent), await host.SignedInAsync(), default);

        Assert.Equal("general_argument_invalid", updated.Error!.Type);
    }

    [Theory]
    [InlineData(65_527, true)]
    [InlineData(65_528, false)]
    public async Task Preferences_have_a_largest_size(int letters, bool fits)
    {
        await using var host = await AccountsHost.StartAsync();
        var sent = $$"""{"a": "{{new string('x', letters)}}"}""";

        var updated = await host.Get<UpdatePrefsHandler>()
            .HandleAsync(new UpdatePrefs(sent), await host.SignedInAsync(), default);

        Assert.Equal(fits, updated.IsSuccess);
    }

    [Fact]
    public async Task A_user_who_blocks_himself_shows_it()
    {
        await using var host = await AccountsHost.StartAsync();
        var own = await host.SignInAsync(await host.RegisterAsync());

        var updated = await host.Get<UpdateStatusHandler>().HandleAsync(await host.ReadCallAsync(own), default);

        Assert.False(updated.Value.Status);
        Assert.True((await host.ReadCallAsync(own)).User.IsBlocked);
    }

    [Fact]
    public async Task The_time_of_access_moves_once_a_day()
    {
        await using var host = await AccountsHost.StartAsync();
        var own = await host.SignInAsync(await host.RegisterAsync());
        var first = (await host.ReadCallAsync(own)).User.AccessedAt;

        host.Clock.Advance(TimeSpan.FromHours(23));
        var sameDay = (await host.ReadCallAsync(own)).User;
        host.Clock.Advance(TimeSpan.FromHours(1));
        var nextDay = (await host.ReadCallAsync(own)).User;

        Assert.Equal(first, sameDay.AccessedAt);
        Assert.Equal(host.Now, nextDay.AccessedAt);
        Assert.Equal(sameDay.UpdatedAt, nextDay.UpdatedAt);
    }

    [Fact]
    public void Dates_have_milliseconds_and_an_offset()
    {
        var time = Instant.From(new DateTimeOffset(2020, 10, 15, 6, 38, 0, 7, TimeSpan.Zero));

        Assert.Equal("2020-10-15T06:38:00.007+00:00", DateText.Of(time));
        Assert.Equal("2020-10-15T06:38:00.000+00:00", DateText.OfSecond(time));
        Assert.Equal("2020-10-15 06:38:00.007", DateText.InLink(time));
        Assert.Equal("", DateText.Of(null));
    }

    private static async Task<AccountView> GetAsync(AccountsHost host, CallContext call) =>
        (await host.Get<GetAccountHandler>().HandleAsync(call, default)).Value;

    private static async Task<Outcome<AccountView>> RenameAsync(AccountsHost host, CallContext call, string name) =>
        await host.Get<UpdateNameHandler>().HandleAsync(new UpdateName(name), call, default);
}
