using System.Text.Json;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Coercion;

/// <summary>
/// Coerces the variables of a request in one pass over their JSON
/// (<see href="https://spec.graphql.org/September2025/#CoerceVariableValues()">6.1.2</see>).
/// </summary>
internal static class VariablesReader
{
    /// <summary>The values by index of the plan's variables, or the errors of the request.</summary>
    public static object?[] Read(
        VariablePlan[] variables, ReadOnlySpan<byte> utf8Json, BoundResolvers resolvers, out List<GraphQLError>? errors)
    {
        errors = null;
        if (variables.Length == 0) return [];

        var values = new object?[variables.Length];
        Array.Fill(values, ArgumentValues.Absent);
        try
        {
            if (!utf8Json.IsEmpty) ReadObject(variables, utf8Json, resolvers, values, ref errors);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reader calls an escape that is half a surrogate pair an invalid operation.
            errors = [RequestErrors.VariablesNotJson()];
            return values;
        }

        Complete(variables, values, ref errors);
        return values;
    }

    private static void ReadObject(
        VariablePlan[] variables,
        ReadOnlySpan<byte> utf8Json,
        BoundResolvers resolvers,
        object?[] values,
        ref List<GraphQLError>? errors)
    {
        var json = new Utf8JsonReader(utf8Json);
        json.Read();
        if (json.TokenType == JsonTokenType.Null) return;
        if (json.TokenType != JsonTokenType.StartObject) throw new JsonException();

        var messages = new List<string>();
        var reader = new JsonInputReader(resolvers, messages);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var index = IndexOf(variables, ref json);
            json.Read();
            if (index < 0)
            {
                json.Skip();
                continue;
            }

            values[index] = reader.Read(ref json, variables[index].Type, null);
            foreach (var message in messages) (errors ??= []).Add(RequestErrors.Variable(variables[index], message));
            messages.Clear();
        }
    }

    private static void Complete(VariablePlan[] variables, object?[] values, ref List<GraphQLError>? errors)
    {
        for (var index = 0; index < variables.Length; index++)
        {
            if (values[index] != ArgumentValues.Absent) continue;

            var variable = variables[index];
            if (variable.HasDefault) values[index] = variable.Default;
            else if (variable.Type is NonNullType)
                (errors ??= []).Add(RequestErrors.Variable(variable, InputRules.NotProvided(variable.Type)));
        }
    }

    private static int IndexOf(VariablePlan[] variables, ref Utf8JsonReader json)
    {
        for (var index = 0; index < variables.Length; index++)
            if (json.ValueTextEquals(variables[index].Utf8Name)) return index;

        return -1;
    }
}
