namespace AccountGraph.GraphQL.Schema;

/// <summary>
/// A type: a <see cref="NamedType"/>, a <see cref="ListType"/> or a <see cref="NonNullType"/>
/// (<see href="https://spec.graphql.org/September2025/#sec-Types">3.4 Types</see>).
/// </summary>
/// <remarks>
/// Named types are one object each within a schema and are compared by identity; wrappers are not unique.
/// <see cref="object.ToString"/> gives GraphQL's notation.
/// </remarks>
public abstract class GraphQLType
{
    private protected GraphQLType()
    {
    }

    /// <summary>The type without any list or non-null around it.</summary>
    public abstract NamedType Named { get; }

    /// <summary>The type without an outermost non-null.</summary>
    public virtual GraphQLType Nullable => this;

    /// <summary>Whether values of the type may be arguments and variables.</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether a field may be of the type.</summary>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>Whether a field of the type must not have a selection set.</summary>
    public bool IsLeaf => Named is ScalarType or EnumType;
}
