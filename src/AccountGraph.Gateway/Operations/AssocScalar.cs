using System.Text.Json;
using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.Gateway.Operations;

/// <summary>A JSON object as text. Objects are accepted too, and become their text; whether text is JSON at all
/// is for the operation to say, in the contract's words.</summary>
internal sealed class AssocScalar : ScalarCoercion
{
    public override object? ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();

    public override object? ParseLiteral(ValueNode literal, object? value) =>
        value is string text ? text : JsonSerializer.Serialize(value);
}
