using System.Diagnostics;
using System.Reflection;
using AccountGraph.Accounts.Devices;
using AccountGraph.Storage.MongoDb;
using AccountGraph.Storage.Sqlite;

namespace AccountGraph.Gateway.Hosting;

/// <summary>What a person who starts the server wants to know: that it runs, where, and on what.</summary>
internal static class StartupReport
{
    public static void ReportWhenStarted(this WebApplication app, Settings settings)
    {
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var url in app.Urls) Report(app, settings, url.TrimEnd('/'));
            Warn(app, app.Services.GetRequiredService<UserAgentParser>().Warning);
            Warn(app, app.Services.GetRequiredService<CountryDatabase>().Warning);
        });
    }

    private static void Report(WebApplication app, Settings settings, string url)
    {
        var ide = settings.GraphQL.Ide == true ? $"{url}/graphql/ (open in a browser)" : "off (setting GraphQL:Ide)";
        var store = settings.Storage.Provider == StorageProvider.Sqlite
            ? $"{SqliteDocumentStore.Library}, {FileOf(settings.Storage.Sqlite)}"
            : $"MongoDB by {MongoDbDocumentStore.Library}, database {settings.Storage.MongoDb.Database}";
        app.Logger.LogInformation(
            "AccountGraph {Version} is ready after {Seconds:0.0} s, environment {Environment}",
            typeof(StartupReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
                .InformationalVersion.Split('+')[0],
            (app.Services.GetRequiredService<TimeProvider>().GetUtcNow() - ProcessStart()).TotalSeconds,
            app.Environment.EnvironmentName);
        app.Logger.LogInformation("  GraphQL  {Url}/v1/graphql", url);
        app.Logger.LogInformation("  IDE      {Ide}", ide);
        if (app.Environment.IsDevelopment()) app.Logger.LogInformation("  Mailbox  {Url}/mailbox", url);
        app.Logger.LogInformation("  Store    {Store}", store);
    }

    private static void Warn(WebApplication app, string? warning)
    {
        if (warning is not null) app.Logger.LogWarning("  {Warning}", warning);
    }

    private static string FileOf(SqliteOptions options) =>
        options.Path == SqliteOptions.InMemory ? "in memory" : Path.GetFullPath(options.Path);

    private static DateTimeOffset ProcessStart()
    {
        using var process = Process.GetCurrentProcess();
        return process.StartTime.ToUniversalTime();
    }
}
