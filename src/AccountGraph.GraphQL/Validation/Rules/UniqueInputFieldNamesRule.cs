using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness">
/// 5.6.3 Input Object Field Uniqueness</see>.
/// An input object literal gives a field once.
/// </summary>
internal sealed class UniqueInputFieldNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void Object(ValueNode.Object value)
    {
        if (value.Fields.Length < 2) return;

        var seen = new Dictionary<string, ObjectFieldNode>(StringComparer.Ordinal);
        foreach (var field in value.Fields)
        {
            if (!seen.TryAdd(field.Name, field))
            {
                Context.Report(this, ValidationErrors.InputFieldTwice(field.Name), seen[field.Name], field);
            }
        }
    }
}
