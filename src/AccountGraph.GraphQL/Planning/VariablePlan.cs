using System.Text;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Planning;

/// <summary>A variable of an operation, its default coerced.</summary>
internal sealed class VariablePlan(string name, GraphQLType type, SourceText source, int start)
{
    public string Name { get; } = name;

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    public GraphQLType Type { get; } = type;

    public bool HasDefault { get; init; }

    public object? Default { get; init; }

    public SourceLocation Location => source.Locate(start);
}
