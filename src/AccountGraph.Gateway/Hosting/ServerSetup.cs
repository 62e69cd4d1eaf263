namespace AccountGraph.Gateway.Hosting;

/// <summary>Kestrel, logging and the clock.</summary>
internal static class ServerSetup
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    public static void AddServer(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The endpoints have limits of their own and answer in their own words.
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Logging.ClearProviders();
        // Enabled, even for errors only, it makes an Activity and a log scope for each request, whoever listens.
        // Traces make their own when they are on. Benchmark: tests/AccountGraph.Benchmarks/http.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
            });
        }
        else
        {
            builder.Logging.AddJsonConsole(console => console.IncludeScopes = true);
        }

        builder.Services.AddSingleton(TimeProvider.System);
    }
}
