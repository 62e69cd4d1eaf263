using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace AccountGraph.Messaging.Tests.Smtp;

/// <summary>npm's smtp-server in a process of its own.</summary>
internal sealed class NodeMailServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Process _process;

    private NodeMailServer(Process process) => _process = process;

    public int Port { get; private set; }

    public static async Task<NodeMailServer> StartAsync(object settings)
    {
        var folder = Path.Combine(ThisFolder(), "server");
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(folder, "node_modules")),
            "npm ci was not run in tests/AccountGraph.Messaging.Tests/Smtp/server");
        var start = new ProcessStartInfo("node")
        {
            ArgumentList = { "server.mjs", JsonSerializer.Serialize(settings) },
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var server = new NodeMailServer(Process.Start(start)!);
        server.Port = (await server.ReadAsync<JsonElement>()).GetProperty("port").GetInt32();
        return server;
    }

    public Task<ReceivedMail> ReceiveAsync() => ReadAsync<ReceivedMail>();

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private async Task<T> ReadAsync<T>()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return JsonSerializer.Deserialize<T>(line ?? throw new InvalidOperationException("The server ended."), Json)!;
    }
}
