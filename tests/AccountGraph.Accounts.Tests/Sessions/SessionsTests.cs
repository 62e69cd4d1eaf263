using AccountGraph.Accounts.Sessions;

namespace AccountGraph.Accounts.Tests.Sessions;

public sealed class SessionsTests
{
    [Fact]
    public async Task Sessions_are_listed_oldest_first_without_expired_ones()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync();
        host.Project.Auth.Duration = 60;
        await host.SignInAsync(user);
        host.Project.Auth.Duration = 600;
        var second = await host.SignInAsync(user);
        var third = await host.SignInAsync(user);
        host.Clock.Advance(TimeSpan.FromSeconds(61));

        var list = await host.Get<ListSessionsHandler>().HandleAsync(await host.ReadCallAsync(third), default);

        Assert.Equal(2, list.Value.Total);
        Assert.Equal([second.View.Id, third.View.Id], list.Value.Sessions.Select(session => session.Id));
        Assert.Equal([false, true], list.Value.Sessions.Select(session => session.Current));
        Assert.All(list.Value.Sessions, session => Assert.Equal("", session.Secret));
    }

    [Fact]
    public async Task The_last_moment_of_a_session_still_counts()
    {
        await using var host = await AccountsHost.StartAsync();
        host.Project.Auth.Duration = 60;
        var own = await host.SignInAsync(await host.RegisterAsync());

        host.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.IsType<Caller.SignedIn>((await host.ReadCallAsync(own)).Caller);
        host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.IsType<Caller.Guest>((await host.ReadCallAsync(own)).Caller);
    }

    [Fact]
    public async Task A_token_serves_its_own_user_and_project_only()
    {
        await using var host = await AccountsHost.StartAsync();
        var own = await host.SignInAsync(await host.RegisterAsync());
        var token = SessionToken.Decode(own.Token)!.Value;
        var other = await host.RegisterAsync();
        var reader = host.Get<SessionReader>();

        Assert.Null(await reader.FindAsync(host.Project, token with { UserId = other.Id }, default));
        Assert.Null(await reader.FindAsync(new() { Id = "club" }, token, default));
        Assert.NotNull(await reader.FindAsync(host.Project, token, default));
    }

    [Fact]
    public async Task Only_own_sessions_are_found()
    {
        await using var host = await AccountsHost.StartAsync();
        var own = await host.SignInAsync(await host.RegisterAsync());
        var foreign = await host.SignInAsync(await host.RegisterAsync());
        var call = await host.ReadCallAsync(own);

        Assert.Equal(own.View.Id, (await GetAsync(host, call, "current")).Value.Id);
        Assert.True((await GetAsync(host, call, own.View.Id)).Value.Current);
        Assert.Equal(AccountErrors.SessionNotFound, (await GetAsync(host, call, foreign.View.Id)).Error);
        Assert.Equal("general_argument_invalid", (await GetAsync(host, call, "unique()")).Error!.Type);
    }

    [Fact]
    public async Task A_jwt_has_no_current_session()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync();
        var open = await host.SignInAsync(user);
        var call = host.Call(new Caller.SignedIn(user, null, ByJwt: true));

        Assert.Equal(AccountErrors.SessionNotFound, (await GetAsync(host, call, "current")).Error);
        Assert.False((await GetAsync(host, call, open.View.Id)).Value.Current);
    }

    [Fact]
    public async Task A_jwt_dies_with_its_session()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync();
        var own = await host.SignInAsync(user);
        var reader = host.Get<SessionReader>();

        Assert.NotNull(await reader.FindByJwtAsync(host.Project, user.Id, own.View.Id, default));
        await DeleteAsync(host, await host.ReadCallAsync(own), "current");
        Assert.Null(await reader.FindByJwtAsync(host.Project, user.Id, own.View.Id, default));
        Assert.NotNull(await reader.FindByJwtAsync(host.Project, user.Id, null, default));
    }

    [Fact]
    public async Task An_extended_session_lives_its_full_time_again()
    {
        await using var host = await AccountsHost.StartAsync();
        host.Project.Auth.Duration = 60;
        var own = await host.SignInAsync(await host.RegisterAsync());
        host.Clock.Advance(TimeSpan.FromSeconds(50));

        var extended = await host.Get<UpdateSessionHandler>()
            .HandleAsync(new UpdateSession("current"), await host.ReadCallAsync(own), default);
        host.Clock.Advance(TimeSpan.FromSeconds(50));

        Assert.True(extended.Value.View.Current);
        Assert.Equal(DateText.Of(extended.Value.Expire), extended.Value.View.Expire);
        Assert.IsType<Caller.SignedIn>((await host.ReadCallAsync(own)).Caller);
    }

    [Fact]
    public async Task Ending_the_current_session_is_told_apart()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync();
        var other = await host.SignInAsync(user);
        var own = await host.SignInAsync(user);

        var first = await DeleteAsync(host, await host.ReadCallAsync(own), other.View.Id);
        var second = await DeleteAsync(host, await host.ReadCallAsync(own), own.View.Id);

        Assert.False(first.Value.WithCurrent);
        Assert.True(second.Value.WithCurrent);
        Assert.IsType<Caller.Guest>((await host.ReadCallAsync(own)).Caller);
        Assert.IsType<Caller.Guest>((await host.ReadCallAsync(other)).Caller);
    }

    [Fact]
    public async Task Of_32_callers_who_end_one_session_one_does()
    {
        await using var host = await AccountsHost.StartAsync();
        var call = await host.SignedInAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(
            _ => Task.Run(async () => await DeleteAsync(host, call, "current"))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
    }

    [Fact]
    public async Task Ending_all_sessions_leaves_those_of_others()
    {
        await using var host = await AccountsHost.StartAsync();
        var user = await host.RegisterAsync();
        var one = await host.SignInAsync(user);
        var two = await host.SignInAsync(user);
        var foreign = await host.SignInAsync(await host.RegisterAsync());

        var ended = await host.Get<DeleteSessionsHandler>().HandleAsync(await host.ReadCallAsync(one), default);

        Assert.True(ended.Value.WithCurrent);
        Assert.IsType<Caller.Guest>((await host.ReadCallAsync(one)).Caller);
        Assert.IsType<Caller.Guest>((await host.ReadCallAsync(two)).Caller);
        Assert.IsType<Caller.SignedIn>((await host.ReadCallAsync(foreign)).Caller);
    }

    [Fact]
    public async Task An_anonymous_user_has_neither_address_nor_target()
    {
        await using var host = await AccountsHost.StartAsync();

        var opened = await host.Get<CreateAnonymousSessionHandler>().HandleAsync(host.Guest(), default);
        var user = (await host.ReadCallAsync(opened.Value)).User;

        Assert.Equal("anonymous", opened.Value.View.Provider);
        Assert.Equal(["anonymous"], opened.Value.View.Factors);
        Assert.Equal(user.Id, opened.Concerned!.Id);
        Assert.Null(user.Email);
    }

    private static async Task<Outcome<SessionView>> GetAsync(AccountsHost host, CallContext call, string id) =>
        await host.Get<GetSessionHandler>().HandleAsync(new GetSession(id), call, default);

    private static async Task<Outcome<EndedSessions>> DeleteAsync(AccountsHost host, CallContext call, string id) =>
        await host.Get<DeleteSessionHandler>().HandleAsync(new DeleteSession(id), call, default);
}
