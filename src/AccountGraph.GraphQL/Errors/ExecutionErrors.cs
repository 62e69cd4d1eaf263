using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Errors;

/// <summary>The wording of errors that arise while an operation runs.</summary>
internal static class ExecutionErrors
{
    public static readonly FieldError Cancelled = new("The operation was cancelled or took too long.");

    public static GraphQLError Failed(FieldPlan field, FieldError error) =>
        new(error.Message) { Locations = [field.Location], Extensions = error.Extensions };

    public static FieldError NullForNonNull(FieldPlan field) =>
        new($"Cannot return null for non-nullable field {field.Parent}.{field.Definition.Name}.");

    public static FieldError NotList(FieldPlan field) =>
        new($"Expected a list for field {field.Parent}.{field.Definition.Name}.");

    public static FieldError NoStream(FieldPlan field) =>
        new($"Field {field.Parent}.{field.Definition.Name} has no stream of events.");

    public static FieldError NoType(CompositeType type) =>
        new($"The object type of a value of {type} cannot be told.");

    public static FieldError WrongType(CompositeType type, string name) =>
        new($"A value of {type} cannot be of type \"{name}\".");

    public static FieldError NotCoercible(GraphQLType type, object value) =>
        new($"{type} cannot represent {Describe(value)}.");

    public static FieldError NotInteger(object value) =>
        new($"Int cannot represent {Describe(value)}, which is not an integer of 32 bits.");

    public static FieldError NotNumber(object value) =>
        new($"Float cannot represent {Describe(value)}, which is not a finite number.");

    private static string Describe(object value) => value switch
    {
        string text => text.Length <= 100 ? $"\"{text}\"" : "this text",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => "this value",
    };
}
