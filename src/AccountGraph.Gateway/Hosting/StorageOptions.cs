using AccountGraph.Storage.Sqlite;

namespace AccountGraph.Gateway.Hosting;

/// <summary>Section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    public SqliteOptions Sqlite { get; set; } = new();
}
