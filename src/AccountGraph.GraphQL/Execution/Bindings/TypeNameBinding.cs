using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Bindings;

/// <summary>
/// <c>__typename</c> (<see href="https://spec.graphql.org/September2025/#sec-Type-Name-Introspection">4.1</see>).
/// </summary>
internal sealed class TypeNameBinding(ObjectType type) : LeafBinding("__typename", ScalarKind.String)
{
    private readonly byte[] _name = JsonText.Encode(type.Name);

    public override bool Write(ResponseWriter writer, FieldPlan field, object? source, int depth)
    {
        writer.Output.Write(_name);
        return true;
    }
}
