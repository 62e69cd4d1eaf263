using System.Text;
using System.Text.Json;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Coercion;

/// <summary>
/// Turns one JSON value of the variables into a value of a type
/// (<see href="https://spec.graphql.org/September2025/#CoerceVariableValues()">6.1.2</see>), reading on from where the
/// reader stands; also after an error the reader ends at the end of the value.
/// </summary>
internal readonly struct JsonInputReader(BoundResolvers resolvers, List<string> errors)
{
    /// <param name="json">Stands on the first token of the value.</param>
    /// <param name="path">Where the value stands in its variable, such as <c>.items[2]</c>.</param>
    public object? Read(ref Utf8JsonReader json, GraphQLType type, InputPath? path)
    {
        if (json.TokenType == JsonTokenType.Null)
            return type is NonNullType ? Fail(path, InputRules.NullForNonNull(type)) : null;

        return type.Nullable switch
        {
            ListType list => ReadList(ref json, list, path),
            InputObjectType input => ReadObject(ref json, input, path),
            EnumType names => ReadEnum(ref json, names, path),
            ScalarType scalar => ReadScalar(ref json, scalar, path),
            var other => throw new ArgumentException($"{other} is not an input type.", nameof(type)),
        };
    }

    private object ReadList(ref Utf8JsonReader json, ListType type, InputPath? path)
    {
        // A single value stands for a list of one.
        if (json.TokenType != JsonTokenType.StartArray) return new[] { Read(ref json, type.ElementType, path) };

        var items = new List<object?>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            items.Add(Read(ref json, type.ElementType, new InputPath(path, null, items.Count)));

        return items;
    }

    private object? ReadObject(ref Utf8JsonReader json, InputObjectType type, InputPath? path)
    {
        if (json.TokenType != JsonTokenType.StartObject) return Refuse(ref json, type, path);

        var fields = type.Fields.Items;
        var given = new object?[fields.Length];
        Array.Fill(given, ArgumentValues.Absent);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var field = Find(type, ref json);
            if (field is null)
            {
                Fail(path, InputRules.UnknownField(type, json.GetString()!));
                json.Read();
                json.Skip();
                continue;
            }

            json.Read();
            given[field.Index] = Read(ref json, field.Type, new InputPath(path, field.Name, 0));
        }

        return Complete(type, given, path);
    }

    private object? Complete(InputObjectType type, object?[] given, InputPath? path)
    {
        if (type.IsOneOf && (given.Count(value => value != ArgumentValues.Absent) != 1 || given.Contains(null)))
            return Fail(path, InputRules.WrongCount(type));

        var values = new OrderedDictionary<string, object?>(given.Length, StringComparer.Ordinal);
        foreach (var field in type.Fields.Items)
        {
            var value = given[field.Index];
            if (value == ArgumentValues.Absent && field.HasDefault) value = resolvers.DefaultOf(field);
            if (value != ArgumentValues.Absent) values.Add(field.Name, value);
            else if (field.Type is NonNullType) Fail(path, InputRules.MissingField(type, field));
        }

        return values;
    }

    private object? ReadEnum(ref Utf8JsonReader json, EnumType type, InputPath? path)
    {
        if (json.TokenType != JsonTokenType.String) return Refuse(ref json, type, path);

        var name = json.GetString()!;
        return type.Values[name]?.Name ?? Fail(path, InputRules.NotInEnum(type, name));
    }

    private object? ReadScalar(ref Utf8JsonReader json, ScalarType type, InputPath? path)
    {
        if (type.Kind == ScalarKind.Custom) return ReadCustom(ref json, type, path);

        var value = (type.Kind, json.TokenType) switch
        {
            (ScalarKind.String or ScalarKind.Id, JsonTokenType.String) => json.GetString(),
            (ScalarKind.Boolean, JsonTokenType.True) => Boxed.True,
            (ScalarKind.Boolean, JsonTokenType.False) => Boxed.False,
            (ScalarKind.Int, JsonTokenType.Number) => ReadInt(ref json),
            (ScalarKind.Float, JsonTokenType.Number) => InputRules.Float(Text(ref json)),
            (ScalarKind.Id, JsonTokenType.Number) => ReadId(ref json),
            _ => null,
        };
        return value ?? Refuse(ref json, type, path);
    }

    /// <summary>Numbers such as 1.0 and 1e3 are integers in JSON, too.</summary>
    private static object? ReadInt(ref Utf8JsonReader json)
    {
        if (json.TryGetInt32(out var number)) return number;
        if (!json.TryGetDouble(out var real) || real != Math.Truncate(real)) return null;

        return real is >= int.MinValue and <= int.MaxValue ? (int)real : null;
    }

    private static string? ReadId(ref Utf8JsonReader json) =>
        JsonValues.ToNumber(Text(ref json)) is long or System.Numerics.BigInteger ? Text(ref json) : null;

    private object? ReadCustom(ref Utf8JsonReader json, ScalarType type, InputPath? path)
    {
        var element = JsonElement.ParseValue(ref json);
        if (resolvers.Scalar(type) is not { } coercion) return JsonValues.ToPlain(element);

        var value = coercion.ParseValue(element);
        return value is FieldError error ? Fail(path, error.Message) : value;
    }

    // Compares in place: the names of a document's variables seldom need unescaping.
    private static InputValue? Find(InputObjectType type, ref Utf8JsonReader json)
    {
        foreach (var field in type.Fields.Items)
            if (json.ValueTextEquals(field.Name)) return field;

        return null;
    }

    private object? Refuse(ref Utf8JsonReader json, GraphQLType type, InputPath? path)
    {
        var found = json.TokenType switch
        {
            JsonTokenType.StartArray => "a list",
            JsonTokenType.StartObject => "an object",
            JsonTokenType.String => "a string",
            _ => Text(ref json),
        };
        json.Skip();
        return Fail(path, InputRules.Mismatch(type, found));
    }

    private static string Text(ref Utf8JsonReader json) => Encoding.UTF8.GetString(json.ValueSpan);

    private object? Fail(InputPath? path, string error)
    {
        errors.Add(path is null ? error : $"At {path}: {error}");
        return null;
    }
}
