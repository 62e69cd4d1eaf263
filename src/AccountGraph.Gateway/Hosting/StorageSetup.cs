using AccountGraph.Accounts;
using AccountGraph.Messaging.Providers;
using AccountGraph.Storage;
using AccountGraph.Storage.MongoDb;
using AccountGraph.Storage.Sqlite;

namespace AccountGraph.Gateway.Hosting;

internal static class StorageSetup
{
    public static void AddStorage(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSingleton<IDocumentStore>(services => settings.Storage.Provider switch
        {
            StorageProvider.Sqlite => SqliteDocumentStore.Open(
                settings.Storage.Sqlite, services.GetRequiredService<TimeProvider>()),
            StorageProvider.MongoDb => MongoDbDocumentStore.Open(settings.Storage.MongoDb),
        });
    }

    /// <summary>Opens the store and makes its collections, before the port opens.</summary>
    public static async Task OpenAsync(this WebApplication app)
    {
        var store = app.Services.GetRequiredService<IDocumentStore>();
        foreach (var collection in Collections.All.Concat(MessagingCollections.All))
        {
            await store.EnsureAsync(collection, app.Lifetime.ApplicationStopping);
        }
    }
}
