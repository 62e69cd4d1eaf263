using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Bindings;

/// <summary>A list of texts.</summary>
internal sealed class TextListBinding<T>(Func<T, IReadOnlyList<string?>?> read) : LeafBinding("a list of String or ID")
    where T : class
{
    public override string? Refuse(FieldDefinition field) =>
        field.Type.Nullable is ListType { ElementType.Nullable: ScalarType { Kind: ScalarKind.String or ScalarKind.Id } }
            ? null
            : $"is {field.Type}, not a list of String or ID";

    public override bool Write(ResponseWriter writer, FieldPlan field, object? source, int depth)
    {
        var texts = read((T)source!);
        if (texts is null) return writer.WriteNull(field, depth);

        var output = writer.Output;
        var start = output.Length;
        output.WriteByte((byte)'[');
        for (var index = 0; index < texts.Count; index++)
        {
            if (index > 0) output.WriteByte((byte)',');
            if (texts[index] is { } text)
            {
                JsonText.WriteString(output, text);
                continue;
            }

            if (!writer.WriteNullItem(field, field.Output.Item!, index, depth))
                return writer.NullAfterError(field.Output, start);
        }

        output.WriteByte((byte)']');
        return true;
    }
}
