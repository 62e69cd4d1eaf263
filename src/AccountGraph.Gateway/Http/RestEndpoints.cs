using System.Text.Encodings.Web;
using System.Text.Json;
using AccountGraph.Accounts;
using AccountGraph.Gateway.Operations;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.Gateway.Http;

/// <summary>The REST routes of the rows. Checks, limits, handlers and the security log are the same as for GraphQL
/// fields; only input and output look different.</summary>
internal sealed class RestEndpoints(
    OperationRunner runner,
    CallerReader callers,
    ProjectCatalog projects,
    RestInputReader inputs,
    ContractSchema schema)
{
    private const string Prefix = "/v1";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Map(WebApplication app, OperationTable operations)
    {
        foreach (var operation in operations.Operations)
        {
            var field = schema.FieldOf(operation);
            foreach (var route in operation.Routes)
            {
                string[] methods = route.Method == HttpMethods.Get ? ["GET", "HEAD"] : [route.Method];
                app.MapMethods(Prefix + route.Path, methods, http => InvokeAsync(http, operation, route, field))
                    .WithDisplayName($"{route.Method} {Prefix}{route.Path}");
            }
        }

        app.MapMethods(Prefix + "/{**path}", ["OPTIONS"], Preflight);
        app.MapFallback(Prefix + "/{**path}", http =>
        {
            WriteCors(http);
            return ErrorMapper.WriteAsync(http, AccountErrors.RouteNotFound, http.RequestAborted, isGraphQL: false);
        });
    }

    private async Task InvokeAsync(HttpContext http, Operation operation, RestRoute route, FieldDefinition field)
    {
        WriteCors(http);
        var cancellation = http.RequestAborted;
        if (callers.FindProject(http.Request) is not { } project)
        {
            await ErrorMapper.WriteAsync(http, AccountErrors.ProjectNotFound, cancellation, isGraphQL: false);
            return;
        }

        var (input, problem) = await inputs.ReadAsync(http, cancellation);
        if (problem is not null)
        {
            await ErrorMapper.WriteProblemAsync(http, problem, cancellation, isGraphQL: false);
            return;
        }

        var context = await callers.ReadAsync(http, project, cancellation);
        var call = new OperationCall(context, new RestArguments(field, input!), cancellation);
        var outcome = project.Rest
            ? await runner.RunAsync(operation, call)
            : AccountErrors.ApiDisabled;
        if (!outcome.IsSuccess)
        {
            await ErrorMapper.WriteAsync(http, outcome.Error, cancellation, isGraphQL: false);
            return;
        }

        await WriteAsync(http, route.Status, outcome.Value, cancellation);
    }

    private static async Task WriteAsync(HttpContext http, int status, object view, CancellationToken cancellation)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status204NoContent) return;
        response.ContentType = "application/json; charset=UTF-8";
        await using (var json = new Utf8JsonWriter(response.BodyWriter, Compact)) ContractTypes.Write(json, view);
        await response.BodyWriter.FlushAsync(cancellation);
    }

    private Task Preflight(HttpContext http)
    {
        CorsHeaders.WritePreflight(http, projects.Admits(callers.OriginOf(http)));
        return Task.CompletedTask;
    }

    private void WriteCors(HttpContext http)
    {
        var project = callers.FindProject(http.Request);
        CorsHeaders.Write(http, project is not null && callers.OriginOf(http).IsAllowedBy(project.Platforms));
    }
}
