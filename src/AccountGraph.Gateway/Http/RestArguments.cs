using System.Text.Json;
using AccountGraph.Accounts;
using AccountGraph.Gateway.Operations;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.Gateway.Http;

/// <summary>The arguments of a REST call: route values, members of the body and of the query string, held to the
/// types that the GraphQL field declares. Members that the field does not know are ignored.</summary>
internal sealed class RestArguments : OperationArguments
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    public RestArguments(FieldDefinition field, RestInput input)
    {
        foreach (var argument in field.Arguments.Items)
        {
            if (Read(argument, input) is { } error) Error ??= error;
        }
    }

    public override AccountError? Error { get; }

    public override object? this[string name] => _values.GetValueOrDefault(name);

    private AccountError? Read(InputValue argument, RestInput input)
    {
        var isMandatory = argument.IsRequired;
        var isList = argument.Type.Nullable is ListType;
        if (!input.TryFind(argument.Name, isList, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return isMandatory ? AccountErrors.ArgumentInvalid(argument.Name, "it is not optional.") : null;
        }

        if (isList) return ReadTexts(argument.Name, value);
        return argument.Type.Named.Name switch
        {
            "Boolean" => ReadFlag(argument.Name, value, input.IsText),
            "Assoc" => ReadObject(argument.Name, value),
            _ => ReadText(argument.Name, value),
        };
    }

    private AccountError? ReadText(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String || !TryGetText(value, out var text))
        {
            return AccountErrors.ArgumentInvalid(name, "it must be a string.");
        }

        _values[name] = text;
        return null;
    }

    /// <summary>URLs and forms have no Booleans, only their spelling.</summary>
    private AccountError? ReadFlag(string name, JsonElement value, bool isText)
    {
        bool? flag = value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when isText => value.GetString() switch
            {
                "true" or "1" => true,
                "false" or "0" => false,
                _ => null,
            },
            _ => null,
        };
        if (flag is null) return AccountErrors.ArgumentInvalid(name, "it must be true or false.");
        _values[name] = flag;
        return null;
    }

    private AccountError? ReadObject(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return AccountErrors.ArgumentInvalid(name, "it must be a JSON object.");
        }

        _values[name] = value.GetRawText();
        return null;
    }

    private AccountError? ReadTexts(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) return AccountErrors.ArgumentInvalid(name, "it must be a list.");
        var texts = new List<object?>();
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || !TryGetText(item, out var text))
            {
                return AccountErrors.ArgumentInvalid(name, "it must be a list of strings.");
            }

            texts.Add(text);
        }

        _values[name] = texts;
        return null;
    }

    /// <summary>False for a lone surrogate, which JSON can spell and UTF-8 cannot.</summary>
    private static bool TryGetText(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }
}
