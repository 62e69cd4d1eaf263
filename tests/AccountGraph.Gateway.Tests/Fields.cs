using AccountGraph.Gateway.Operations;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.Gateway.Tests;

/// <summary>Selections of every field that a type has, for snapshots that show a field the day it is added.</summary>
public static class Fields
{
    private static readonly GraphQLSchema Schema = new ContractSchema().Schema;

    public static string User { get; } = Of("User");

    public static string Session { get; } = Of("Session");

    public static string SessionList { get; } = Of("SessionList");

    public static string LogList { get; } = Of("LogList");

    public static string Token { get; } = Of("Token");

    public static string Target { get; } = Of("Target");

    public static string Of(string type) =>
        Schema.Types.Single(candidate => candidate.Name == type) is ObjectType found
            ? $"{{ {string.Join(' ', found.Fields.Select(Select))} }}"
            : "";

    private static string Select(FieldDefinition field) => $"{field.Name} {Of(field.Type.Named.Name)}".TrimEnd();
}
