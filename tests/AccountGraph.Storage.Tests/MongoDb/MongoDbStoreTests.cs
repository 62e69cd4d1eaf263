using AccountGraph.Storage.MongoDb;

namespace AccountGraph.Storage.Tests.MongoDb;

public sealed class MongoDbStoreTests(SharedMongoServer server) : DocumentStoreContract
{
    protected override ValueTask<IDocumentStore> OpenAsync()
    {
        Assert.SkipWhen(server.Obstacle is not null, server.Obstacle ?? "");
        return new ValueTask<IDocumentStore>(MongoDbDocumentStore.Open(server.Options));
    }
}
