using System.Diagnostics;
using AccountGraph.Gateway.Http;
using AccountGraph.GraphQL.Planning;

namespace AccountGraph.Gateway.Hosting;

/// <summary>Says in the trace of a request what the framework leaves out.</summary>
internal sealed class RequestTags : IStartupFilter
{
    /// <summary>For the GraphQL endpoint to name what it runs. Costs a look when nobody traces.</summary>
    public static void Name(OperationPlan operation)
    {
        if (Activity.Current is not { } activity || !activity.Source.HasListeners()) return;
        activity.SetTag("graphql.operation.name", operation.Name);
        activity.SetTag("graphql.operation.type", operation.Type.ToString().ToLowerInvariant());
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(TagAsync);
        next(app);
    };

    private static async Task TagAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        finally
        {
            if (Activity.Current is { IsAllDataRequested: true } activity) Tag(activity, http);
        }
    }

    private static void Tag(Activity activity, HttpContext http)
    {
        var status = http.Response.StatusCode;
        activity.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError) activity.SetStatus(ActivityStatusCode.Error);
        if (RouteOf(http) is not { } route) return;
        activity.SetTag("http.route", route);
        activity.DisplayName = $"{http.Request.Method} {route}";
    }

    /// <summary>Addresses that no route knows are made up by clients: there is no end of them.</summary>
    private static string? RouteOf(HttpContext http)
    {
        if (GraphQLEndpoint.IsAt(http.Request.Path)) return http.Request.Path;
        return (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
    }
}
