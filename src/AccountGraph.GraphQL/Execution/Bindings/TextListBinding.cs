using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Bindings;

/// <summary>A list of texts, or of the names of an enum's values.</summary>
internal sealed class TextListBinding<T>(Func<T, IReadOnlyList<string?>?> read) : LeafBinding("a list of texts")
    where T : class
{
    public override string? Refuse(FieldDefinition field) =>
        field.Type.Nullable is ListType
        {
            ElementType.Nullable: EnumType or ScalarType { Kind: ScalarKind.String or ScalarKind.Id },
        }
            ? null
            : $"is {field.Type}, not a list of String, ID or an enum";

    public override bool Write(ResponseWriter writer, FieldPlan field, object? source, int depth)
    {
        var texts = read((T)source!);
        if (texts is null) return writer.WriteNull(field, depth);

        var output = writer.Output;
        var item = field.Output.Item!;
        var start = output.Length;
        output.WriteByte((byte)'[');
        for (var index = 0; index < texts.Count; index++)
        {
            if (index > 0) output.WriteByte((byte)',');
            var isWritten = texts[index] is { } text
                ? writer.WriteLeafItem(field, item, text, index, depth)
                : writer.WriteNullItem(field, item, index, depth);
            if (!isWritten) return writer.NullAfterError(field.Output, start);
        }

        output.WriteByte((byte)']');
        return true;
    }
}
