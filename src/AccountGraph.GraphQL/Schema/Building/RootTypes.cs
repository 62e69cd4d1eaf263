using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>
/// There is a query type, and each root type is an object type of its own
/// (<see href="https://spec.graphql.org/September2025/#sec-Root-Operation-Types">3.3.1</see>).
/// </summary>
internal static class RootTypes
{
    private const string Rule = "RootOperationTypesRule";

    public static void Check(SchemaDraft draft, SchemaErrorList errors)
    {
        if (draft.RootType(OperationKind.Query) is null)
        {
            errors.Add(Rule, SchemaErrors.NoQueryType, [.. draft.Document.SchemaParts.Take(1)]);
        }

        var seen = new HashSet<NamedType>();
        foreach (var kind in Enum.GetValues<OperationKind>())
        {
            if (draft.RootType(kind) is not { } type) continue;

            var node = draft.NodeOf(type);
            if (type is not ObjectType) errors.Add(Rule, SchemaErrors.RootTypeNotObject(kind, type), node);
            if (!seen.Add(type)) errors.Add(Rule, SchemaErrors.RootTypeShared(kind, type), node);
        }
    }
}
