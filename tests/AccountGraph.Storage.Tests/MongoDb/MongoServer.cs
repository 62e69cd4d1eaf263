using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using AccountGraph.Storage.MongoDb;
using AccountGraph.Storage.MongoDb.Native;

namespace AccountGraph.Storage.Tests.MongoDb;

/// <summary>A process of the test server in <c>tests/mongo-server</c>.</summary>
internal sealed class MongoServer : IAsyncDisposable
{
    private readonly Process _process;

    private MongoServer(Process process, int port)
    {
        (_process, Port) = (process, port);
    }

    public int Port { get; }

    /// <summary>Why it cannot be started; null when it can.</summary>
    public static string? Obstacle
    {
        get
        {
            var packages = Path.Combine(Folder(), "node_modules");
            if (!Directory.Exists(packages)) return "npm ci was not run in tests/mongo-server";
            var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
            return folders.Any(folder => File.Exists(Path.Combine(folder, "node"))) ? null : "Node.js is not installed";
        }
    }

    public static async Task<MongoServer> StartAsync(params string[] options)
    {
        var process = Process.Start(new ProcessStartInfo("node", ["server.mjs", .. options])
        {
            WorkingDirectory = Folder(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var port = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The MongoDB test server did not start.");
        return new MongoServer(process, int.Parse(port, CultureInfo.InvariantCulture));
    }

    public MongoDbOptions Options(string query = "", string login = "") => new()
    {
        ConnectionString = $"mongodb://{login}127.0.0.1:{Port}/{query}",
        Database = "test",
        Threads = 4,
    };

    /// <summary>Makes the server fail commands, as its <c>configureFailPoint</c> describes.</summary>
    public void Fail(string command, int times, Action<FailPoint> data)
    {
        using var pool = MongoPool.Create(Options());
        using var session = pool.Open();
        var point = new FailPoint(session.Writer.Begin().Write("configureFailPoint", "failCommand"));
        point.Write(command, times, data);
        session.Read();
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "mongo-server"));
}
