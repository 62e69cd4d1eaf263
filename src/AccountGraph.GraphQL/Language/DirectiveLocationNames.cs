using System.Collections.Immutable;

namespace AccountGraph.GraphQL.Language;

/// <summary>The names of <see cref="DirectiveLocations"/> in documents and introspection.</summary>
public static class DirectiveLocationNames
{
    private static readonly ImmutableArray<(string Name, DirectiveLocations Location)> All =
    [
        ("QUERY", DirectiveLocations.Query),
        ("MUTATION", DirectiveLocations.Mutation),
        ("SUBSCRIPTION", DirectiveLocations.Subscription),
        ("FIELD", DirectiveLocations.Field),
        ("FRAGMENT_DEFINITION", DirectiveLocations.FragmentDefinition),
        ("FRAGMENT_SPREAD", DirectiveLocations.FragmentSpread),
        ("INLINE_FRAGMENT", DirectiveLocations.InlineFragment),
        ("VARIABLE_DEFINITION", DirectiveLocations.VariableDefinition),
        ("SCHEMA", DirectiveLocations.Schema),
        ("SCALAR", DirectiveLocations.Scalar),
        ("OBJECT", DirectiveLocations.Object),
        ("FIELD_DEFINITION", DirectiveLocations.FieldDefinition),
        ("ARGUMENT_DEFINITION", DirectiveLocations.ArgumentDefinition),
        ("INTERFACE", DirectiveLocations.Interface),
        ("UNION", DirectiveLocations.Union),
        ("ENUM", DirectiveLocations.Enum),
        ("ENUM_VALUE", DirectiveLocations.EnumValue),
        ("INPUT_OBJECT", DirectiveLocations.InputObject),
        ("INPUT_FIELD_DEFINITION", DirectiveLocations.InputFieldDefinition),
    ];

    /// <summary>The location of that name, or <see cref="DirectiveLocations.None"/>.</summary>
    public static DirectiveLocations Parse(string name)
    {
        foreach (var (known, location) in All)
        {
            if (known == name) return location;
        }

        return DirectiveLocations.None;
    }

    /// <summary>The names of all locations in the set, in the order of the specification.</summary>
    public static IEnumerable<string> Of(DirectiveLocations locations) =>
        All.Where(entry => locations.HasFlag(entry.Location)).Select(entry => entry.Name);
}
