namespace AccountGraph.Gateway.Tests;

/// <summary>One server for the tests of a class that neither move the clock nor need settings of their own.
/// Calls are not limited here: every test would eat of one budget.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    public const string FullKey = "standard_8d1f0c";
    public const string BareKey = "standard_77ab12";

    private GatewayHost? _host;

    public GatewayHost Host => _host!;

    public async ValueTask InitializeAsync() => _host = await GatewayHost.StartAsync(
        "RateLimits:Enabled=false",
        $"Projects:default:Keys:server:Secret={FullKey}",
        "Projects:default:Keys:server:Scopes:0=sessions.write",
        "Projects:default:Keys:server:Scopes:1=targets.write",
        $"Projects:default:Keys:bare:Secret={BareKey}");

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
