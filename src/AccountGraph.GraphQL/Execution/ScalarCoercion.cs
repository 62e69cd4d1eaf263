using System.Text.Json;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// How a custom scalar is read and written
/// (<see href="https://spec.graphql.org/September2025/#sec-Scalars.Custom-Scalars">3.5.6</see>). Without one, values
/// pass unchanged.
/// </summary>
public abstract class ScalarCoercion
{
    /// <summary>Turns a JSON value of the variables, never null, into what resolvers receive.</summary>
    /// <returns>The value, or a <see cref="FieldError"/> whose message tells the client what is wrong.</returns>
    public virtual object? ParseValue(JsonElement value) => JsonValues.ToPlain(value);

    /// <summary>
    /// Turns a literal of the document, never null, into what resolvers receive. <paramref name="value"/> is what
    /// the literal stands for in JSON: text, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>,
    /// <c>IReadOnlyList&lt;object?&gt;</c> or <c>IReadOnlyDictionary&lt;string, object?&gt;</c>, variables replaced.
    /// </summary>
    /// <returns>The value, or a <see cref="FieldError"/> whose message tells the client what is wrong.</returns>
    public virtual object? ParseLiteral(ValueNode literal, object? value) => value;

    /// <summary>Writes a resolver's value, never null, as one JSON value.</summary>
    /// <returns>Null, or an error when the value cannot be written; nothing must have been written then.</returns>
    public virtual FieldError? Serialize(object value, ResponseBuffer output) => JsonValues.Write(output, value);
}
