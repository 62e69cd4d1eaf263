using AccountGraph.Accounts.OAuth2;
using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.OAuth2;

/// <summary>Every row walks through a provider that answers as the real one documents.</summary>
public sealed class ProviderCatalogTests(CatalogHost catalog) : IClassFixture<CatalogHost>
{
    public static TheoryData<string> Keys => [.. ProviderCatalog.All.Select(provider => provider.Key)];

    [Fact]
    public void Every_row_has_an_answer_to_be_tested_with() => Assert.Equal(
        ProviderCatalog.All.Select(provider => provider.Key), ProviderSamples.All.Select(sample => sample.Key));

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_provider_signs_a_new_user_in(string key)
    {
        var sample = ProviderSamples.All.Single(one => one.Key == key);
        using var browser = catalog.Host.Guest();
        var walk = catalog.Play(sample, browser);

        OAuth2Walk.MustSucceed(await walk.GoAsync(key));

        var account = (await browser.SendAsync(
            """
            { accountGet { name email emailVerification }
              accountListIdentities { identities { provider providerUid providerEmail providerAccessToken } } }
            """)).MustSucceed();
        var user = account["accountGet"];
        Assert.Equal(sample.Name, user.GetProperty("name").GetString());
        Assert.Equal(sample.IsVerified ? sample.Email : "", user.GetProperty("email").GetString());
        Assert.Equal(sample.IsVerified, user.GetProperty("emailVerification").GetBoolean());
        var identity = Assert.Single(account["accountListIdentities"].GetProperty("identities").EnumerateArray());
        Assert.Equal(key, identity.GetProperty("provider").GetString());
        Assert.Equal(sample.Id, identity.GetProperty("providerUid").GetString());
        Assert.Equal(sample.Email, identity.GetProperty("providerEmail").GetString());
        Assert.Equal(FakeOAuth2Provider.AccessToken, identity.GetProperty("providerAccessToken").GetString());
    }

    [Fact]
    public async Task Every_row_asks_as_reviewed()
    {
        var asked = new List<string>();
        foreach (var sample in ProviderSamples.All)
        {
            using var browser = catalog.Host.Guest();
            var walk = catalog.Play(sample, browser);
            await walk.GoAsync(sample.Key);

            asked.Add($"{sample.Key}: {string.Join(' ', walk.Query.Keys.Order())}"
                + $" [{walk.Query.GetValueOrDefault("scope", walk.Query.GetValueOrDefault("user_scope", ""))}]");
            asked.AddRange(catalog.Provider.Requests.Select(Describe));
        }

        Snapshot.Match(string.Join('\n', asked));
    }

    private static string Describe(ProviderRequest request)
    {
        var fields = request.Fields.Keys.Order();
        return string.Join(' ', fields.Prepend(request.Authorization.Split(' ')[0]).Prepend($"  {request.Line}"));
    }
}
