using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Argument-Names">5.4.1 Argument Names</see>.
/// The field or directive defines every argument that is given.
/// </summary>
internal sealed class KnownArgumentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void Field(SelectionNode.Field field, FieldDefinition? definition, CompositeType? parent)
    {
        if (definition is null) return;

        foreach (var argument in field.Arguments)
        {
            if (definition.Arguments.Contains(argument.Name)) continue;

            var suggestion = Context.Suggest(argument.Name, definition.Arguments.Items.Select(known => known.Name));
            var coordinate = $"{parent}.{field.Name}";
            var message = ValidationErrors.UnknownFieldArgument(coordinate, argument.Name, suggestion);
            Context.Report(this, message, argument);
        }
    }

    public override void Directive(
        DirectiveNode directive, DirectiveDefinition? definition, DirectiveLocations location)
    {
        if (definition is null) return;

        foreach (var argument in directive.Arguments)
        {
            if (definition.Arguments.Contains(argument.Name)) continue;

            var suggestion = Context.Suggest(argument.Name, definition.Arguments.Items.Select(known => known.Name));
            var message = ValidationErrors.UnknownDirectiveArgument(directive.Name, argument.Name, suggestion);
            Context.Report(this, message, argument);
        }
    }
}
