using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections">5.3.3 Leaf Field Selections</see>.
/// Composite fields have a selection set, others have none.
/// </summary>
internal sealed class ScalarLeafsRule(ValidationContext context) : ValidationRule(context)
{
    public override void Field(SelectionNode.Field field, FieldDefinition? definition, CompositeType? parent)
    {
        if (definition is null) return;

        if (definition.Type.IsLeaf && field.SelectionSet is not null)
        {
            var message = ValidationErrors.LeafWithSelection(field.Name, definition.Type);
            Context.Report(this, message, field.SelectionSet);
        }
        else if (!definition.Type.IsLeaf && field.SelectionSet is null)
        {
            Context.Report(this, ValidationErrors.CompositeWithoutSelection(field.Name, definition.Type), field);
        }
    }
}
