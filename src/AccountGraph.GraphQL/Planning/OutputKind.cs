namespace AccountGraph.GraphQL.Planning;

/// <summary>What a value of a field is written as.</summary>
internal enum OutputKind
{
    Leaf,
    List,
    Composite,
}
