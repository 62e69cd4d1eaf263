using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AccountGraph.Gateway.Tests.RateLimits;

/// <summary>A real redis-server on a free port, in a folder of its own.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private const string Program = "/usr/bin/redis-server";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("redis-");
    private readonly string[] _arguments;
    private Process? _process;

    public RedisServer()
        : this([])
    {
    }

    private RedisServer(string[] arguments) => _arguments = arguments;

    public int Port { get; } = FreePort();

    public string Address => $"127.0.0.1:{Port}";

    public static void SkipWhenMissing() => Assert.SkipUnless(File.Exists(Program), $"{Program} is missing.");

    public static async Task<RedisServer> StartAsync(params string[] arguments)
    {
        SkipWhenMissing();
        var server = new RedisServer(arguments);
        await server.StartAsync();
        return server;
    }

    /// <summary>As a fixture of a class; each of its tests says itself that it is skipped.</summary>
    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Program)) await StartAsync();
    }

    public async Task StartAsync()
    {
        var port = _arguments.Contains("--tls-cert-file") ? "--tls-port" : "--port";
        string[] always = ["--bind", "127.0.0.1", "--save", "", "--dir", _folder.FullName, "--port", "0"];
        _process = Process.Start(new ProcessStartInfo(Program, [.. always, port, $"{Port}", .. _arguments])
        {
            RedirectStandardOutput = true,
        })!;
        var output = _process.StandardOutput;
        using var patience = new CancellationTokenSource(StartLimit);
        string? line;
        do
        {
            line = await output.ReadLineAsync(patience.Token);
            Assert.True(line is not null, "redis-server ended while starting.");
        }
        while (!line.Contains("Ready to accept connections", StringComparison.Ordinal));

        _ = output.ReadToEndAsync(CancellationToken.None);
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public Task FreezeAsync() => SignalAsync("-STOP");

    public Task ThawAsync() => SignalAsync("-CONT");

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await KillAsync();
        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
