using AccountGraph.Storage.Sqlite;

namespace AccountGraph.Storage.Tests.Sqlite;

public sealed class SqliteStoreTests : DocumentStoreContract
{
    private readonly TemporaryFolder _folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override ValueTask<IDocumentStore> OpenAsync() => new(
        SqliteDocumentStore.Open(new SqliteOptions { Path = _folder.File("store.db") }, TimeProvider.System));
}
