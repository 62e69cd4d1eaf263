using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>
/// No two members of one definition, its extensions included, have the same name (3.3.1, 3.6 to 3.10, 3.13).
/// </summary>
internal static class UniqueMembers
{
    public static void Check(SchemaDocument document, SchemaErrorList errors)
    {
        var roots = document.SchemaParts.SelectMany(part => part.RootTypes);
        foreach (var (first, second) in Duplicates(roots, root => root.Kind))
        {
            errors.Add("UniqueOperationTypesRule", SchemaErrors.RootTypeTwice(second.Kind), first, second);
        }

        foreach (var directive in document.OwnDirectives) Arguments($"@{directive.Name}", directive.Arguments, errors);
        foreach (var type in document.OwnTypes) CheckType(type, errors);
    }

    private static void CheckType(TypeSource type, SchemaErrorList errors)
    {
        const string FieldRule = "UniqueFieldDefinitionNamesRule";
        foreach (var (first, second) in Duplicates(type.Fields, field => field.Name))
        {
            var message = SchemaErrors.FieldTwice(type.Name, second.Name);
            errors.Add(FieldRule, message, first.NameNode, second.NameNode);
        }

        foreach (var (first, second) in Duplicates(type.InputFields, field => field.Name))
        {
            var message = SchemaErrors.FieldTwice(type.Name, second.Name);
            errors.Add(FieldRule, message, first.NameNode, second.NameNode);
        }

        foreach (var (first, second) in Duplicates(type.Values, value => value.Name))
        {
            var message = SchemaErrors.EnumValueTwice(type.Name, second.Name);
            errors.Add("UniqueEnumValueNamesRule", message, first.NameNode, second.NameNode);
        }

        foreach (var field in type.Fields) Arguments($"{type.Name}.{field.Name}", field.Arguments, errors);
    }

    private static void Arguments(string owner, IEnumerable<InputValueDefinitionNode> arguments, SchemaErrorList errors)
    {
        foreach (var (first, second) in Duplicates(arguments, argument => argument.Name))
        {
            var message = SchemaErrors.ArgumentTwice(owner, second.Name);
            errors.Add("UniqueArgumentDefinitionNamesRule", message, first.NameNode, second.NameNode);
        }
    }

    /// <summary>Every item whose key was there before, with the first one of that key.</summary>
    private static IEnumerable<(T First, T Second)> Duplicates<T, TKey>(IEnumerable<T> items, Func<T, TKey> keyOf)
        where TKey : notnull
    {
        var seen = new Dictionary<TKey, T>();
        foreach (var item in items)
        {
            var key = keyOf(item);
            if (!seen.TryAdd(key, item)) yield return (seen[key], item);
        }
    }
}
