using AccountGraph.Gateway.Operations;

namespace AccountGraph.Gateway.Http;

internal static class SchemaEndpoint
{
    /// <summary>The contract as text, for tools that generate clients.</summary>
    public static void MapSchema(this WebApplication app) =>
        app.MapGet("/schema.graphql", (ContractSchema schema) =>
            Results.Text(schema.Text, "application/graphql; charset=utf-8"));
}
