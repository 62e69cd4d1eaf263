using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Introspection;

/// <summary>The values of <c>__TypeKind</c>.</summary>
internal static class TypeKinds
{
    public static string Of(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        NonNullType => "NON_NULL",
        _ => throw new ArgumentException("Unknown kind of type.", nameof(type)),
    };
}
