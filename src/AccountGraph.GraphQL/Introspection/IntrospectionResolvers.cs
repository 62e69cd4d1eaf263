using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Execution.Bindings;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Introspection;

/// <summary>
/// The introspection system (<see href="https://spec.graphql.org/September2025/#sec-Introspection">4</see>): ordinary
/// bound types over the schema's own model.
/// </summary>
internal static class IntrospectionResolvers
{
    public static ResolverMap Create(GraphQLSchema schema) => new ResolverMap()
        // The two root fields do not depend on the root value.
        .Bind(schema.QueryType.Name, "__schema", new ObjectBinding<object, GraphQLSchema>(_ => schema))
        .Bind(schema.QueryType.Name, "__type", new ObjectBinding<object, NamedType>((_, arguments) =>
            schema.Types[arguments.Text("name")!]))
        .Object<GraphQLSchema>("__Schema", BindSchema)
        .Object<GraphQLType>("__Type", BindType)
        .Object<FieldDefinition>("__Field", BindField)
        .Object<InputValue>("__InputValue", BindInputValue)
        .Object<EnumValue>("__EnumValue", BindEnumValue)
        .Object<DirectiveDefinition>("__Directive", BindDirective);

    private static void BindSchema(ObjectBinder<GraphQLSchema> schema) => schema
        .Text("description", x => x.Description)
        .List("types", x => x.Types)
        .Object("queryType", x => x.QueryType)
        .Object("mutationType", x => x.MutationType)
        .Object("subscriptionType", x => x.SubscriptionType)
        .List("directives", x => x.Directives);

    private static void BindType(ObjectBinder<GraphQLType> type) => type
        .Enum("kind", TypeKinds.Of)
        .Text("name", x => (x as NamedType)?.Name)
        .Text("description", x => (x as NamedType)?.Description)
        .Text("specifiedByURL", x => (x as ScalarType)?.SpecifiedByUrl)
        .List("fields", (x, arguments) => Current((x as ComplexType)?.Fields, Reason, arguments))
        .List<InterfaceType>("interfaces", x => x is ComplexType complex ? complex.Interfaces : null)
        .List<ObjectType>("possibleTypes", x =>
            x is CompositeType abstraction and not ObjectType ? abstraction.PossibleTypes : null)
        .List("enumValues", (x, arguments) => Current((x as EnumType)?.Values, Reason, arguments))
        .List("inputFields", (x, arguments) => Current((x as InputObjectType)?.Fields, Reason, arguments))
        .Object("ofType", x => x is ListType list ? list.ElementType : (x as NonNullType)?.Nullable)
        .Flag("isOneOf", x => (x as InputObjectType)?.IsOneOf);

    private static void BindField(ObjectBinder<FieldDefinition> field) => field
        .Text("name", x => x.Name)
        .Text("description", x => x.Description)
        .List("args", (x, arguments) => Current(x.Arguments, Reason, arguments))
        .Object("type", x => x.Type)
        .Flag("isDeprecated", x => x.DeprecationReason is not null)
        .Text("deprecationReason", Reason);

    private static void BindInputValue(ObjectBinder<InputValue> input) => input
        .Text("name", x => x.Name)
        .Text("description", x => x.Description)
        .Object("type", x => x.Type)
        .Text("defaultValue", x => x.DefaultLiteral is null ? null : LiteralPrinter.Print(x.DefaultLiteral))
        .Flag("isDeprecated", x => x.DeprecationReason is not null)
        .Text("deprecationReason", Reason);

    private static void BindEnumValue(ObjectBinder<EnumValue> value) => value
        .Text("name", x => x.Name)
        .Text("description", x => x.Description)
        .Flag("isDeprecated", x => x.DeprecationReason is not null)
        .Text("deprecationReason", Reason);

    private static void BindDirective(ObjectBinder<DirectiveDefinition> directive) => directive
        .Text("name", x => x.Name)
        .Text("description", x => x.Description)
        .Flag("isRepeatable", x => x.IsRepeatable)
        .Texts("locations", x => [.. DirectiveLocationNames.Of(x.Locations)])
        .List("args", (x, arguments) => Current(x.Arguments, Reason, arguments));

    private static string? Reason(FieldDefinition field) => field.DeprecationReason;

    private static string? Reason(EnumValue value) => value.DeprecationReason;

    private static string? Reason(InputValue input) => input.DeprecationReason;

    /// <summary>Those that are not deprecated, unless <c>includeDeprecated</c> asks for all.</summary>
    private static IReadOnlyList<T>? Current<T>(
        NameMap<T>? members, Func<T, string?> deprecationReason, ArgumentValues arguments)
        where T : class
    {
        if (members is null || arguments.Flag("includeDeprecated") == true) return members;

        var current = members.Where(member => deprecationReason(member) is null).ToList();
        return current.Count == members.Count ? members : current;
    }
}
