using AccountGraph.Gateway.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace AccountGraph.Gateway.Tests.Operations;

/// <summary>Every operation against every kind of caller, from the rows: a new operation is in here the moment it
/// has a row.</summary>
public sealed class OperationAccessTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string NoScope = "general_unauthorized_scope 401";
    private const string Served = "not refused";

    private readonly GatewayHost _host = shared.Host;

    private IReadOnlyList<Operation> Rows => _host.Services.GetRequiredService<OperationTable>().Operations;

    [Fact]
    public async Task A_guest_may_call_what_guests_have_the_scope_of()
    {
        await CheckAsync(_host.Guest, row => row.Scope.IsHeldByGuests() ? Served : NoScope);
    }

    [Theory]
    [InlineData("a_session_default=rubbish")]
    [InlineData("a_session_default=%ff%00")]
    [InlineData("a_session_default=bm90IGpzb24=")]
    [InlineData("a_session_default=eyJpZCI6MX0=")]
    [InlineData("a_session_default=eyJpZCI6Im5vYm9keSIsInNlY3JldCI6ImFiYyJ9")]
    public async Task A_cookie_that_opens_nothing_makes_a_guest(string cookie)
    {
        await CheckAsync(Client, row => row.Scope.IsHeldByGuests() ? Served : NoScope);

        GraphQLClient Client()
        {
            var client = _host.Guest();
            client.Headers["Cookie"] = cookie;
            return client;
        }
    }

    [Fact]
    public async Task A_key_may_call_what_it_was_granted_and_never_what_needs_a_user()
    {
        await CheckAsync(
            () => _host.WithKey(SharedHost.FullKey),
            row => row.Scope switch
            {
                Scope.SessionsWrite => Served,
                // The key may hold the scope, but there is no user to own a target.
                Scope.TargetsWrite => "user_unauthorized 401",
                Scope.Account or Scope.Public => NoScope,
            });
    }

    [Fact]
    public async Task A_key_without_the_scope_may_call_nothing()
    {
        await CheckAsync(() => _host.WithKey(SharedHost.BareKey), _ => NoScope);
    }

    [Fact]
    public async Task An_unknown_key_may_call_nothing()
    {
        await CheckAsync(() => _host.WithKey("standard_unknown"), _ => "user_unauthorized 401");
    }

    [Fact]
    public async Task A_key_beside_a_session_is_refused()
    {
        using var user = await _host.NewUserAsync();

        await CheckAsync(Client, _ => "user_key_and_session_set 403");

        GraphQLClient Client()
        {
            var client = _host.WithSession(user.SessionToken());
            client.Headers["X-Appwrite-Key"] = SharedHost.FullKey;
            return client;
        }
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.eyJ1c2VySWQiOiJ4IiwiZXhwIjo0MTAyNDQ0ODAwfQ.")]
    public async Task A_bad_JWT_is_refused(string jwt)
    {
        await CheckAsync(Client, _ => "user_jwt_invalid 401");

        GraphQLClient Client()
        {
            var client = _host.Guest();
            client.Headers["X-Appwrite-JWT"] = jwt;
            return client;
        }
    }

    [Fact]
    public async Task A_blocked_user_may_call_nothing()
    {
        using var user = await _host.NewUserAsync();
        var token = user.SessionToken();
        (await user.SendAsync("mutation { accountUpdateStatus { status } }")).MustSucceed();

        await CheckAsync(() => _host.WithSession(token), _ => "user_blocked 401");
    }

    [Fact]
    public async Task A_session_that_awaits_its_second_factor_may_do_little()
    {
        var (pending, _) = await _host.NewPendingAsync();
        var token = pending.SessionToken();
        pending.Dispose();

        await CheckAsync(
            () => _host.WithSession(token),
            row => row.IsOpenToPending ? Served : "user_more_factors_required 401");
        Assert.Equal(
            ["accountCreateMfaChallenge", "accountDeleteSession", "accountListMfaFactors", "accountUpdateMfaChallenge"],
            Rows.Where(row => row.IsOpenToPending).Select(row => row.Name).Order());
    }

    [Fact]
    public async Task Some_operations_ask_for_a_factor_proved_just_now()
    {
        using var user = await _host.NewUserAsync();
        var guarded = Rows.Where(row => row.NeedsFreshFactor).ToList();

        Assert.Equal(3, guarded.Count);
        foreach (var row in guarded)
        {
            Assert.Equal("user_challenge_required 401", await user.ErrorOfAsync(SampleCalls.DocumentOf(row)));
        }
    }

    [Fact]
    public async Task A_page_of_another_site_may_change_nothing()
    {
        await CheckAsync(
            Client,
            row => row.IsMutation ? "general_unknown_origin 403" : row.Scope.IsHeldByGuests() ? Served : NoScope);

        GraphQLClient Client()
        {
            var client = _host.Guest();
            client.Headers["Origin"] = "https://elsewhere.example";
            return client;
        }
    }

    [Fact]
    public async Task A_signed_in_user_opens_no_second_session()
    {
        using var user = await _host.NewUserAsync();
        var opening = Rows.Where(row => row.OpensSession).ToList();

        Assert.NotEmpty(opening);
        foreach (var row in opening)
        {
            Assert.Equal("user_session_already_exists 401", await user.ErrorOfAsync(SampleCalls.DocumentOf(row)));
        }
    }

    [Fact]
    public async Task A_switched_off_method_is_refused_to_all_but_keys()
    {
        await using var host = await GatewayHost.StartAsync(
        [
            "RateLimits:Enabled=false",
            "Projects:default:Keys:server:Secret=standard_1",
            "Projects:default:Keys:server:Scopes:0=sessions.write",
            .. new[] { "EmailPassword", "UsersAuthMagicURL", "EmailOtp", "Anonymous", "JWT", "Phone" }
                .Select(method => $"Projects:default:Auth:{method}=false"),
        ]);
        var tagged = Rows.Where(row => row is { Method: not null, Scope: Scope.SessionsWrite }).ToList();

        Assert.NotEmpty(tagged);
        foreach (var row in tagged)
        {
            using var guest = host.Guest();
            using var server = host.WithKey("standard_1");
            Assert.Equal("user_auth_method_unsupported 501", await guest.ErrorOfAsync(SampleCalls.DocumentOf(row)));
            Assert.DoesNotContain(
                "user_auth_method_unsupported", (await server.SendAsync(SampleCalls.DocumentOf(row))).ErrorTypes);
        }
    }

    /// <summary>Compares all rows at once, so that a failure shows every operation that differs.</summary>
    private async Task CheckAsync(Func<GraphQLClient> caller, Func<Operation, string> expected)
    {
        var answers = new List<string>();
        foreach (var row in Rows)
        {
            using var client = caller();
            var answer = await client.SendAsync(SampleCalls.DocumentOf(row));
            Assert.Equal(200, answer.Status);
            answers.Add($"{row.Name}: {Refusal(answer)}");
        }

        Assert.Equal(Rows.Select(row => $"{row.Name}: {expected(row)}"), answers);
    }

    /// <summary>What the checks before the operation said; failures of the operation itself are not theirs.</summary>
    private static string Refusal(GraphQLAnswer answer)
    {
        if (answer.ErrorTypes.Count == 0) return Served;
        return answer.OnlyError is var error && IsOfChecks(error) ? error : Served;
    }

    private static bool IsOfChecks(string error) => error.Split(' ')[0] is
        "general_unauthorized_scope" or "user_blocked" or "user_jwt_invalid" or "user_key_and_session_set"
        or "general_unknown_origin" or "user_more_factors_required" or "project_key_expired" or "general_unknown"
        || error == "user_unauthorized 401";
}
