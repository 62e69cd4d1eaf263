using System.Globalization;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation;

/// <summary>
/// Whether a literal can be coerced to a type
/// (<see href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type">5.6.1</see>, 5.6.2, 5.6.4, 5.6.5).
/// </summary>
internal static class LiteralChecker
{
    /// <summary>
    /// Tells every part of the literal that is wrong. Variables are taken to be right: their place is another rule's
    /// business. Custom scalars accept any literal.
    /// </summary>
    public static void Check(ValueNode value, GraphQLType type, Action<SyntaxNode, string> report)
    {
        if (value is ValueNode.Variable) return;

        if (value is ValueNode.Null)
        {
            if (type is NonNullType) report(value, ValidationErrors.NullNotAllowed(type));
            return;
        }

        switch (type.Nullable)
        {
            case ListType list when value is ValueNode.List items:
                foreach (var item in items.Items) Check(item, list.ElementType, report);
                break;
            case ListType list:
                Check(value, list.ElementType, report);
                break;
            case InputObjectType input when value is ValueNode.Object @object:
                CheckObject(@object, input, report);
                break;
            case EnumType @enum when value is ValueNode.Enum name:
                if (@enum.Values.Contains(name.Name)) break;

                report(value, ValidationErrors.UnknownEnumValue(@enum, name.Name));
                break;
            case ScalarType scalar when IsOf(scalar.Kind, value):
                break;
            default:
                report(value, ValidationErrors.WrongValue(type));
                break;
        }
    }

    private static bool IsOf(ScalarKind kind, ValueNode value) => kind switch
    {
        ScalarKind.Int => value is ValueNode.Int number
            && int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ScalarKind.Float => value switch
        {
            ValueNode.Int number => IsFinite(number.Text),
            ValueNode.Float number => IsFinite(number.Text),
            _ => false,
        },
        ScalarKind.String => value is ValueNode.String,
        ScalarKind.Boolean => value is ValueNode.Boolean,
        ScalarKind.Id => value is ValueNode.String or ValueNode.Int,
        ScalarKind.Custom => true,
    };

    private static bool IsFinite(string text) => double.IsFinite(double.Parse(text, CultureInfo.InvariantCulture));

    private static void CheckObject(ValueNode.Object value, InputObjectType type, Action<SyntaxNode, string> report)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in value.Fields)
        {
            if (type.Fields.TryGet(field.Name, out var definition))
            {
                given.Add(field.Name);
                Check(field.Value, definition.Type, report);
            }
            else
            {
                report(field, ValidationErrors.UnknownInputField(type, field.Name));
            }
        }

        foreach (var field in type.Fields.Items)
        {
            if (field.IsRequired && !given.Contains(field.Name))
            {
                report(value, ValidationErrors.MissingInputField(type, field));
            }
        }

        if (type.IsOneOf) CheckOneOf(value, type, given.Count, report);
    }

    /// <summary>Exactly one field, and not null (5.6.5); a variable may still turn out to be null.</summary>
    private static void CheckOneOf(
        ValueNode.Object value, InputObjectType type, int count, Action<SyntaxNode, string> report)
    {
        if (count == 1 && value.Fields is not [{ Value: ValueNode.Null }]) return;

        report(value, ValidationErrors.NotExactlyOne(type));
    }
}
