using AccountGraph.Gateway.Operations;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.Gateway.Tests.Operations;

/// <summary>A document for every operation, with arguments made up from the schema.</summary>
internal static class SampleCalls
{
    private static readonly GraphQLSchema Schema = new ContractSchema().Schema;

    public static string DocumentOf(Operation operation)
    {
        var root = operation.IsMutation ? Schema.MutationType! : Schema.QueryType;
        var field = root.Fields.Single(field => field.Name == operation.Name);
        var arguments = string.Join(", ", field.Arguments.Select(argument => $"{argument.Name}: {ValueFor(argument)}"));
        var selection = Fields.Of(field.Type.Named.Name);
        var kind = operation.IsMutation ? "mutation" : "query";
        return $"{kind} {{ {field.Name}{(arguments.Length == 0 ? "" : $"({arguments})")} {selection} }}";
    }

    private static string ValueFor(InputValue argument) => (argument.Type.Named.Name, argument.Name) switch
    {
        ("Boolean", _) => "true",
        ("Assoc", _) => "\"{}\"",
        ("String", "queries") => "[]",
        ("String", "email") => $"\"{TestUsers.NewEmail()}\"",
        ("String", "password") => $"\"{TestUsers.Password}\"",
        ("String", "url") => "\"http://localhost/\"",
        ("String", "phone") => "\"+4915112345678\"",
        ("String", "type") => "\"totp\"",
        ("String", "factor") => "\"email\"",
        ("String", _) => "\"sample\"",
        var (type, name) => throw new InvalidOperationException($"No sample for {name}: {type}."),
    };
}
