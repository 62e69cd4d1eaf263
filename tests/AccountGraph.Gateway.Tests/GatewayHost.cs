using AccountGraph.Gateway.Hosting;
using AccountGraph.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AccountGraph.Gateway.Tests;

/// <summary>The real server on a free port of the loopback, with SQLite in memory, cheap password hashes and a
/// clock that the test moves.</summary>
public sealed class GatewayHost : IAsyncDisposable
{
    private static readonly string[] Defaults =
    [
        "--environment=Development",
        "--urls=http://127.0.0.1:0",
        "--Storage:Sqlite:Path=:memory:",
        "--PasswordHashing:MemoryKiB=64",
        "--PasswordHashing:Iterations=1",
        "--Logging:LogLevel:Default=Warning",
    ];

    private readonly WebApplication _app;

    private GatewayHost(WebApplication app, ManualClock clock)
    {
        _app = app;
        Clock = clock;
        Address = new Uri(app.Urls.First());
    }

    public Uri Address { get; }

    public ManualClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="settings">As <c>Key=value</c>; they win over the defaults above.</param>
    public static Task<GatewayHost> StartAsync(params string[] settings) => StartAsync(_ => { }, settings);

    public static async Task<GatewayHost> StartAsync(Action<IServiceCollection> replace, params string[] settings)
    {
        var clock = new ManualClock();
        var app = GatewayApplication.Build(
            [.. Defaults, .. settings.Select(setting => "--" + setting)],
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                replace(services);
            });
        await app.OpenAsync();
        await app.StartAsync();
        return new GatewayHost(app, clock);
    }

    /// <summary>A client without a session.</summary>
    public GraphQLClient Guest() => new(Address);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
