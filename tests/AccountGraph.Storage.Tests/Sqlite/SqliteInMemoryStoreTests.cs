using AccountGraph.Storage.Sqlite;

namespace AccountGraph.Storage.Tests.Sqlite;

public sealed class SqliteInMemoryStoreTests : DocumentStoreContract
{
    protected override ValueTask<IDocumentStore> OpenAsync() => new(
        SqliteDocumentStore.Open(new SqliteOptions { Path = SqliteOptions.InMemory }, TimeProvider.System));
}
