using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Validation;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>
/// Default values are values of their type
/// (<see href="https://spec.graphql.org/September2025/#sec-Objects.Type-Validation">3.6</see>, 3.10, 3.13) and
/// are coerced here, once. So are the arguments of directives on definitions.
/// </summary>
internal static class DefaultValues
{
    private const string Rule = "ValuesOfCorrectTypeRule";

    public static void Coerce(SchemaDraft draft, SchemaErrorList errors)
    {
        var values = AllInputValues(draft).Where(value => value.HasDefault).ToList();
        foreach (var value in values) Check(value.DefaultLiteral!, value.Type, errors);
        foreach (var directive in DirectivePlace.In(draft.Document).SelectMany(place => place.Directives))
        {
            CheckArguments(directive, draft.Directives[directive.Name]!, errors);
        }

        if (errors.Any) return;

        foreach (var value in values) value.DefaultValue = ConstantCoercion.Coerce(value.DefaultLiteral!, value.Type);
    }

    private static void CheckArguments(DirectiveNode directive, DirectiveDefinition definition, SchemaErrorList errors)
    {
        foreach (var argument in directive.Arguments)
        {
            Check(argument.Value, definition.Arguments[argument.Name]!.Type, errors);
        }
    }

    private static void Check(ValueNode literal, GraphQLType type, SchemaErrorList errors)
    {
        DuplicateFields(literal, errors);
        LiteralChecker.Check(literal, type, (node, message) => errors.Add(Rule, message, node));
    }

    private static void DuplicateFields(ValueNode value, SchemaErrorList errors)
    {
        switch (value)
        {
            case ValueNode.List list:
                foreach (var item in list.Items) DuplicateFields(item, errors);
                break;
            case ValueNode.Object @object:
                var seen = new HashSet<string>(StringComparer.Ordinal);
                foreach (var field in @object.Fields)
                {
                    if (!seen.Add(field.Name))
                    {
                        errors.Add("UniqueInputFieldNamesRule", ValidationErrors.InputFieldTwice(field.Name), field);
                    }

                    DuplicateFields(field.Value, errors);
                }

                break;
        }
    }

    private static IEnumerable<InputValue> AllInputValues(SchemaDraft draft)
    {
        var fields = draft.Types.OfType<ComplexType>().SelectMany(type => type.Fields);
        var inputs = draft.Types.OfType<InputObjectType>().SelectMany(type => type.Fields);
        return fields.SelectMany(field => field.Arguments)
            .Concat(inputs)
            .Concat(draft.Directives.SelectMany(directive => directive.Arguments));
    }
}
