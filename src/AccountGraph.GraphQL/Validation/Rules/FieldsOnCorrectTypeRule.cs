using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Field-Selections">5.3.1 Field Selections</see>.
/// A selected field is defined on the surrounding type.
/// </summary>
internal sealed class FieldsOnCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    public override void Field(SelectionNode.Field field, FieldDefinition? definition, CompositeType? parent)
    {
        if (definition is not null || parent is null) return;

        var known = parent is ComplexType complex ? complex.Fields.Items.Select(own => own.Name) : [];
        var message = ValidationErrors.UndefinedField(parent.Name, field.Name, Context.Suggest(field.Name, known));
        Context.Report(this, message, field);
    }
}
