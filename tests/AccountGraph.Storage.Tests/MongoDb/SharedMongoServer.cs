using AccountGraph.Storage.MongoDb;
using AccountGraph.Storage.Tests.MongoDb;

[assembly: AssemblyFixture(typeof(SharedMongoServer))]

namespace AccountGraph.Storage.Tests.MongoDb;

/// <summary>The server of the contract: the one that <c>ACCOUNTGRAPH_TEST_MONGODB</c> names, else a test server as a
/// replica set. Without either the tests are skipped and say why.</summary>
public sealed class SharedMongoServer : IAsyncLifetime
{
    private const string Variable = "ACCOUNTGRAPH_TEST_MONGODB";

    private MongoServer? _server;

    public MongoDbOptions Options { get; private set; } = new();

    public string? Obstacle { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection)
        {
            Options.ConnectionString = connection;
            Options.Database = "accountgraph_tests";
            Options.Threads = 4;
            return;
        }

        Obstacle = MongoServer.Obstacle is { } obstacle ? $"{obstacle}, and {Variable} names no server" : null;
        if (Obstacle is not null) return;
        _server = await MongoServer.StartAsync("--replSet", "rs0");
        Options = _server.Options("?replicaSet=rs0");
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
