using AccountGraph.Storage.MongoDb;
using AccountGraph.Storage.Sqlite;

namespace AccountGraph.Gateway.Hosting;

/// <summary>Section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    public MongoDbOptions MongoDb { get; set; } = new();

    public SqliteOptions Sqlite { get; set; } = new();
}
