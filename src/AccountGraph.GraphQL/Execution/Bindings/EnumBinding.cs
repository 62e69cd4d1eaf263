using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Bindings;

/// <summary>An enum, checked to be one of the type's values.</summary>
internal sealed class EnumBinding<T>(Func<T, string?> read) : LeafBinding("an enum")
    where T : class
{
    public override string? Refuse(FieldDefinition field) =>
        field.Type.Nullable is EnumType ? null : $"is {field.Type}, not an enum";

    public override bool Write(ResponseWriter writer, FieldPlan field, object? source, int depth)
    {
        var name = read((T)source!);
        return name is null ? writer.WriteNull(field, depth) : writer.WriteLeaf(field, field.Output, name, depth);
    }
}
