using System.Globalization;
using System.Numerics;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>
/// The value of a checked literal without variables
/// (<see href="https://spec.graphql.org/September2025/#sec-Input-Objects.Input-Coercion">3.10</see>, and "Input
/// Coercion" in 3.5 to 3.12).
/// </summary>
internal static class ConstantCoercion
{
    /// <inheritdoc cref="InputValue.DefaultValue" path="/remarks"/>
    public static object? Coerce(ValueNode literal, GraphQLType type) => (literal, type.Nullable) switch
    {
        (ValueNode.Null, _) => null,
        (ValueNode.List list, ListType listType) =>
            list.Items.Select(item => Coerce(item, listType.ElementType)).ToArray(),
        (_, ListType listType) => new[] { Coerce(literal, listType.ElementType) },
        (ValueNode.Object @object, InputObjectType input) => CoerceObject(@object, input),
        (ValueNode.Int number, ScalarType { Kind: ScalarKind.Int }) =>
            int.Parse(number.Text, CultureInfo.InvariantCulture),
        (ValueNode.Int number, ScalarType { Kind: ScalarKind.Float }) =>
            double.Parse(number.Text, CultureInfo.InvariantCulture),
        (ValueNode.Int number, ScalarType { Kind: ScalarKind.Id }) => number.Text,
        _ => ToPlainValue(literal),
    };

    private static Dictionary<string, object?> CoerceObject(ValueNode.Object literal, InputObjectType type)
    {
        var given = literal.Fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        var value = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            if (given.GetValueOrDefault(field.Name, field.DefaultLiteral!) is { } fieldLiteral)
            {
                value.Add(field.Name, Coerce(fieldLiteral, field.Type));
            }
        }

        return value;
    }

    /// <summary>What a literal stands for where no type tells more, as in a custom scalar.</summary>
    private static object? ToPlainValue(ValueNode literal) => literal switch
    {
        ValueNode.Int number when long.TryParse(number.Text, CultureInfo.InvariantCulture, out var small) => small,
        ValueNode.Int number => BigInteger.Parse(number.Text, CultureInfo.InvariantCulture),
        ValueNode.Float number => double.Parse(number.Text, CultureInfo.InvariantCulture),
        ValueNode.String text => text.Value,
        ValueNode.Boolean boolean => boolean.Value,
        ValueNode.Enum name => name.Name,
        ValueNode.List list => list.Items.Select(ToPlainValue).ToArray(),
        ValueNode.Object @object => @object.Fields.ToDictionary(
            field => field.Name, field => ToPlainValue(field.Value), StringComparer.Ordinal),
        _ => null,
    };
}
