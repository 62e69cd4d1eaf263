namespace AccountGraph.GraphQL.Schema;

/// <summary>Which scalar a <see cref="ScalarType"/> is, for quick decisions on the built-in ones.</summary>
public enum ScalarKind
{
    Int,
    Float,
    String,
    Boolean,
    Id,
    Custom,
}
