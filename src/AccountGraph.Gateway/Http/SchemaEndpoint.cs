using AccountGraph.Gateway.Operations;

namespace AccountGraph.Gateway.Http;

/// <summary>The contract for tools that generate clients: GraphQL's as it was written, and REST's in OpenAPI.</summary>
internal static class SchemaEndpoint
{
    public static void MapSchema(this WebApplication app)
    {
        app.MapGet("/schema.graphql", (ContractSchema schema) =>
            Results.Text(schema.Text, "application/graphql; charset=utf-8"));

        // Written at start, so that a row that cannot be described is seen there.
        var openApi = app.Services.GetRequiredService<OpenApiDocument>();
        app.MapGet("/v1/openapi.json", () => Results.Bytes(openApi.Utf8, "application/json; charset=utf-8"));
    }
}
