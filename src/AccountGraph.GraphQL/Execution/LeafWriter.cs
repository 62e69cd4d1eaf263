using System.Globalization;
using System.Numerics;
using System.Text.Json;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// Result coercion of a scalar or enum: writes what a resolver gave, or refuses it
/// (<see href="https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars">3.5, "Result Coercion"</see>).
/// </summary>
internal abstract class LeafWriter(NamedType type)
{
    protected NamedType Type { get; } = type;

    public static LeafWriter For(NamedType type, ScalarCoercion? coercion) => type switch
    {
        EnumType names => new Enum(names),
        ScalarType { Kind: ScalarKind.Int } => new Int(type),
        ScalarType { Kind: ScalarKind.Float } => new Float(type),
        ScalarType { Kind: ScalarKind.Boolean } => new Boolean(type),
        ScalarType { Kind: ScalarKind.String } => new String(type),
        ScalarType { Kind: ScalarKind.Id } => new Id(type),
        ScalarType => new Custom(type, coercion),
        _ => throw new ArgumentException($"{type} is not a leaf type.", nameof(type)),
    };

    /// <summary>Writes the value, which is not null; if it answers with an error, it has written nothing.</summary>
    public FieldError? Write(ResponseBuffer output, object value) =>
        WritePlain(output, value is JsonElement json ? JsonValues.ToPlain(json)! : value);

    protected abstract FieldError? WritePlain(ResponseBuffer output, object value);

    protected FieldError Refuse(object value) => ExecutionErrors.NotCoercible(Type, value);

    /// <summary>
    /// The number in a value that is one; text that holds one counts when <paramref name="fromText"/>.
    /// </summary>
    private static bool TryGetNumber(object value, bool fromText, out double number)
    {
        switch (value)
        {
            case double or float or int or long or short or byte or sbyte or ushort or uint or ulong or decimal:
                number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                return double.IsFinite(number);
            case BigInteger large:
                number = (double)large;
                return double.IsFinite(number);
            case bool flag:
                number = flag ? 1 : 0;
                return true;
            case string { Length: > 0 } text when fromText:
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) &&
                       double.IsFinite(number);
            default:
                number = 0;
                return false;
        }
    }

    private sealed class Int(NamedType type) : LeafWriter(type)
    {
        protected override FieldError? WritePlain(ResponseBuffer output, object value)
        {
            if (!TryGetNumber(value, fromText: true, out var number) || number != Math.Truncate(number))
                return Refuse(value);
            if (number is < int.MinValue or > int.MaxValue) return ExecutionErrors.NotInteger(value);

            JsonNumber.Write(output, (long)number);
            return null;
        }
    }

    private sealed class Float(NamedType type) : LeafWriter(type)
    {
        protected override FieldError? WritePlain(ResponseBuffer output, object value)
        {
            if (!TryGetNumber(value, fromText: true, out var number)) return Refuse(value);

            JsonNumber.Write(output, number);
            return null;
        }
    }

    private sealed class Boolean(NamedType type) : LeafWriter(type)
    {
        protected override FieldError? WritePlain(ResponseBuffer output, object value)
        {
            if (!TryGetNumber(value, fromText: false, out var number)) return Refuse(value);

            output.Write(number != 0 ? "true"u8 : "false"u8);
            return null;
        }
    }

    private sealed class String(NamedType type) : LeafWriter(type)
    {
        protected override FieldError? WritePlain(ResponseBuffer output, object value)
        {
            var text = value switch
            {
                string given => given,
                bool flag => flag ? "true" : "false",
                Guid id => id.ToString(),
                _ when TryGetNumber(value, fromText: false, out _) =>
                    Convert.ToString(value, CultureInfo.InvariantCulture),
                _ => null,
            };
            if (text is null) return Refuse(value);

            JsonText.WriteString(output, text);
            return null;
        }
    }

    private sealed class Id(NamedType type) : LeafWriter(type)
    {
        protected override FieldError? WritePlain(ResponseBuffer output, object value)
        {
            var text = value switch
            {
                string given => given,
                Guid id => id.ToString(),
                bool => null,
                BigInteger large => large.ToString(CultureInfo.InvariantCulture),
                _ when TryGetNumber(value, fromText: false, out var number) && number == Math.Truncate(number) =>
                    Convert.ToString(value, CultureInfo.InvariantCulture),
                _ => null,
            };
            if (text is null) return Refuse(value);

            JsonText.WriteString(output, text);
            return null;
        }
    }

    private sealed class Enum(EnumType names) : LeafWriter(names)
    {
        protected override FieldError? WritePlain(ResponseBuffer output, object value)
        {
            if (value is not string name || !names.Values.Contains(name)) return Refuse(value);

            JsonText.WriteString(output, name);
            return null;
        }
    }

    private sealed class Custom(NamedType type, ScalarCoercion? coercion) : LeafWriter(type)
    {
        protected override FieldError? WritePlain(ResponseBuffer output, object value) =>
            coercion is null ? JsonValues.Write(output, value) : coercion.Serialize(value, output);
    }
}
