using AccountGraph.Gateway.Http;
using AccountGraph.Gateway.Operations;

namespace AccountGraph.Gateway.Hosting;

internal static class RestSetup
{
    public static void AddRest(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RestInputReader>();
        builder.Services.AddSingleton<RestEndpoints>();
        builder.Services.AddSingleton<OpenApiDocument>();
    }

    public static void MapRest(this WebApplication app) =>
        app.Services.GetRequiredService<RestEndpoints>().Map(app, app.Services.GetRequiredService<OperationTable>());
}
