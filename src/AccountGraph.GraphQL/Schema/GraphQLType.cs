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

    /// <summary>Whether both are the same named type in the same wrappers.</summary>
    public bool IsSameAs(GraphQLType other) => (this, other) switch
    {
        (NonNullType own, NonNullType its) => own.Nullable.IsSameAs(its.Nullable),
        (ListType own, ListType its) => own.ElementType.IsSameAs(its.ElementType),
        _ => this == other,
    };

    /// <summary>
    /// Whether a value of this type always is a value of the other
    /// (<see href="https://spec.graphql.org/September2025/#IsSubType()">IsSubType()</see>); each type is one of itself.
    /// </summary>
    public bool IsSubtypeOf(GraphQLType other) => (this, other) switch
    {
        (NonNullType own, _) => own.Nullable.IsSubtypeOf(other.Nullable),
        (_, NonNullType) => false,
        (ListType own, ListType its) => own.ElementType.IsSubtypeOf(its.ElementType),
        (ObjectType own, CompositeType its) => its.IsPossible(own),
        (InterfaceType own, InterfaceType its) => own == its || own.Interfaces.Contains(its),
        _ => this == other,
    };
}
