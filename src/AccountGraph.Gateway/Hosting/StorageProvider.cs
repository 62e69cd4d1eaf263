namespace AccountGraph.Gateway.Hosting;

internal enum StorageProvider
{
    Sqlite,
    MongoDb,
}
