using AccountGraph.GraphQL.Execution;

namespace AccountGraph.Gateway.Operations;

/// <summary>The arguments of a GraphQL field.</summary>
internal sealed class GraphQLArguments(ArgumentValues values) : OperationArguments
{
    public override object? this[string name] => values[name];
}
