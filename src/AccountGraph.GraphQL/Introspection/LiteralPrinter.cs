using System.Text;
using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Introspection;

/// <summary>Prints constants in the notation of GraphQL, on one line, for <c>defaultValue</c>.</summary>
internal static class LiteralPrinter
{
    public static string Print(ValueNode literal) => literal switch
    {
        ValueNode.Int number => number.Text,
        ValueNode.Float number => number.Text,
        // The escapes of JSON are escapes of GraphQL, too.
        ValueNode.String text => Encoding.UTF8.GetString(JsonText.Encode(text.Value)),
        ValueNode.Boolean flag => flag.Value ? "true" : "false",
        ValueNode.Null => "null",
        ValueNode.Enum name => name.Name,
        ValueNode.List list => $"[{string.Join(", ", list.Items.Select(Print))}]",
        ValueNode.Object fields =>
            $"{{{string.Join(", ", fields.Fields.Select(field => $"{field.Name}: {Print(field.Value)}"))}}}",
        _ => throw new ArgumentException("Not a constant.", nameof(literal)),
    };
}
