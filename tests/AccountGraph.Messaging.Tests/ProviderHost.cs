using AccountGraph.Messaging.Providers;
using AccountGraph.Messaging.Providers.Queue;
using AccountGraph.Messaging.Tests.Queue;
using AccountGraph.Storage;
using AccountGraph.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AccountGraph.Messaging.Tests;

/// <summary>The room as the server registers it, with the settings of a test.</summary>
internal static class ProviderHost
{
    public static ServiceProvider Build(
        IReadOnlyDictionary<string, string?> settings, TimeProvider? clock = null, bool allowOutbox = true)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton<IMessageProtector, ReversingProtector>()
            .AddSingleton<IDocumentStore>(provider => SqliteDocumentStore.Open(
                new SqliteOptions { Path = SqliteOptions.InMemory }, provider.GetRequiredService<TimeProvider>()))
            .AddMessaging(configuration, allowOutbox)
            .BuildServiceProvider(validateScopes: true);
    }
}
