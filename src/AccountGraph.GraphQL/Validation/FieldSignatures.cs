using System.Collections.Immutable;
using System.Text;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Validation;

/// <summary>The arguments of fields as text, equal when they mean the same in whatever order they are given.</summary>
internal sealed class FieldSignatures
{
    private readonly Dictionary<SelectionNode.Field, string> _signatures = [];

    public string Of(SelectionNode.Field field)
    {
        if (field.Arguments.IsEmpty) return "";

        if (!_signatures.TryGetValue(field, out var signature))
        {
            var text = new StringBuilder();
            foreach (var argument in field.Arguments.OrderBy(argument => argument.Name, StringComparer.Ordinal))
            {
                Append(text.Append(argument.Name).Append(':'), argument.Value);
                text.Append(',');
            }

            _signatures.Add(field, signature = text.ToString());
        }

        return signature;
    }

    private static void Append(StringBuilder text, ValueNode value)
    {
        _ = value switch
        {
            ValueNode.Variable variable => text.Append('$').Append(variable.Name),
            ValueNode.Int number => text.Append(number.Text),
            ValueNode.Float number => text.Append(number.Text),
            // With its length, a text cannot be taken for something else that happens to contain it.
            ValueNode.String literal => text.Append('"').Append(literal.Value.Length).Append('"').Append(literal.Value),
            ValueNode.Boolean boolean => text.Append(boolean.Value),
            ValueNode.Enum name => text.Append('.').Append(name.Name),
            ValueNode.List list => AppendItems(text, list.Items),
            ValueNode.Object @object => AppendFields(text, @object.Fields),
            _ => text.Append("null"),
        };
    }

    private static StringBuilder AppendItems(StringBuilder text, ImmutableArray<ValueNode> items)
    {
        text.Append('[');
        foreach (var item in items)
        {
            Append(text, item);
            text.Append(',');
        }

        return text.Append(']');
    }

    private static StringBuilder AppendFields(StringBuilder text, ImmutableArray<ObjectFieldNode> fields)
    {
        text.Append('{');
        foreach (var field in fields.OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            Append(text.Append(field.Name).Append(':'), field.Value);
            text.Append(',');
        }

        return text.Append('}');
    }
}
