using AccountGraph.Gateway.Http;

namespace AccountGraph.Gateway.Hosting;

/// <summary>The server as a table of contents. Tests build the same application with other settings.</summary>
internal static class GatewayApplication
{
    /// <param name="args">Settings as <c>--Key=value</c>; they win over environment and files.</param>
    /// <param name="replace">Lets a test put a clock or a fake provider in place.</param>
    /// <exception cref="SettingsException">A setting cannot be used.</exception>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Settings lie beside the program; data goes to where it is started.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddServer();
        var settings = builder.AddSettings();
        builder.AddTelemetry(settings.OpenTelemetry);
        builder.AddStorage(settings);
        builder.AddRateLimits(settings);
        builder.AddSecurity(settings);
        builder.AddMessaging();
        builder.AddAccounts(settings);
        builder.AddOAuth2();
        builder.AddGraphQL(settings);
        builder.AddRest();
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseFailureMask();
        app.UseIde(new IdeOptions { IsEnabled = settings.GraphQL.Ide == true });
        app.UseGraphQL();
        // Said here, the router comes after GraphQL; unsaid, the framework would put it first for every request.
        app.UseRouting();
        app.MapHealth();
        app.MapSchema();
        app.MapRest();
        app.MapOAuth2();
        app.MapMailbox();
        app.ReportWhenStarted(settings);
        return app;
    }
}
