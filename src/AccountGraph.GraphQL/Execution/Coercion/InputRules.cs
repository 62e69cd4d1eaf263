using System.Globalization;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Coercion;

/// <summary>What literals and variables have in common when they become values.</summary>
internal static class InputRules
{
    public const string OneOf = "exactly one field must be given, and not as null";

    /// <summary>An integer's text as Int: 32 bits, signed.</summary>
    public static object? Int(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number's text as Float, which must be finite.</summary>
    public static object? Float(string text) =>
        double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number && double.IsFinite(number)
            ? number
            : null;

    public static string Mismatch(GraphQLType type, string found) => $"Expected {type}, found {found}.";

    public static string NullForNonNull(GraphQLType type) => $"Expected {type}, which must not be null.";

    public static string NotProvided(GraphQLType type) => $"Expected {type}, which must be given.";

    public static string UnknownField(InputObjectType type, string name) => $"{type} has no field \"{name}\".";

    public static string MissingField(InputObjectType type, InputValue field) =>
        $"{type} needs the field \"{field.Name}\" of type {field.Type}.";

    public static string WrongCount(InputObjectType type) => $"Of the fields of {type}, {OneOf}.";

    public static string NotInEnum(EnumType type, string name) => $"{type} has no value \"{name}\".";
}
