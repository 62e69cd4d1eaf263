using System.Text.Json;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.Conformance;

/// <summary><c>schemas.json</c>: the schemas that cases name, each built once.</summary>
internal sealed class CorpusSchemas(string folder)
{
    private readonly Dictionary<string, GraphQLSchema> _schemas = new(StringComparer.Ordinal);
    private Dictionary<string, string>? _texts;

    public GraphQLSchema SchemaOf(JsonElement testCase)
    {
        var name = testCase.GetProperty("schema").GetString()!;
        if (_schemas.TryGetValue(name, out var schema)) return schema;

        _texts ??= JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllBytes(Path.Combine(folder, "schemas.json")))!;
        var result = SchemaBuilder.Build(_texts[name]);
        schema = result.Schema ?? throw new InvalidDataException($"Schema {name}: {string.Join(' ', result.Errors)}");
        _schemas.Add(name, schema);
        return schema;
    }
}
