using System.Text.Json.Nodes;

namespace AccountGraph.Gateway.Tests.OAuth2;

/// <summary>One server that knows every provider, and one provider that plays them all in turn.</summary>
public sealed class CatalogHost : IAsyncLifetime
{
    private FakeOAuth2Provider? _provider;
    private GatewayHost? _host;

    public FakeOAuth2Provider Provider => _provider!;

    public GatewayHost Host => _host!;

    public async ValueTask InitializeAsync()
    {
        _provider = await FakeOAuth2Provider.StartAsync();
        _host = await GatewayHost.StartAsync(
            ["RateLimits:Enabled=false", .. ProviderSamples.All.SelectMany(SettingsOf)]);
    }

    /// <summary>From now on the provider answers as this one does.</summary>
    public OAuth2Walk Play(ProviderSample sample, GraphQLClient browser)
    {
        Provider.Requests.Clear();
        Provider.User = sample.User;
        Provider.Second = sample.Second;
        Provider.TokenReply = reply =>
        {
            foreach (var (name, value) in JsonNode.Parse(sample.TokenReply)!.AsObject())
            {
                reply[name] = value?.DeepClone();
            }
        };
        return new OAuth2Walk(browser, Provider);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_provider is not null) await _provider.DisposeAsync();
    }

    private string[] SettingsOf(ProviderSample sample) =>
    [
        .. Provider.Settings(sample.Key, sample.Secret),
        $"Projects:default:OAuth2:{sample.Key}:UserInfoEndpoint="
            + sample.Key switch
            {
                // Who the user is stands in their id tokens.
                "apple" or "zoho" => "",
                "etsy" or "stripe" => $"{Provider.Address}/user/{{subject}}",
                _ => $"{Provider.Address}/user",
            },
    ];
}
