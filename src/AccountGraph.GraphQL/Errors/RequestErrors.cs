using AccountGraph.GraphQL.Planning;

namespace AccountGraph.GraphQL.Errors;

/// <summary>The wording of errors that keep an operation from running; responses with them have no data.</summary>
internal static class RequestErrors
{
    public static GraphQLError VariablesNotJson() => new("The variables are not a JSON object.");

    public static GraphQLError Variable(VariablePlan variable, string problem) =>
        new($"Variable \"${variable.Name}\" has an invalid value. {problem}") { Locations = [variable.Location] };

    public static GraphQLError NoOperation() => new("The document contains no operation.");

    public static GraphQLError NoOperationName() =>
        new("The document contains several operations; name the one to run.");

    public static GraphQLError UnknownOperation(string name) =>
        new($"The document contains no operation named \"{name}\".");

    public static GraphQLError NoRootType(string kind) => new($"The schema does not support {kind} operations.");

    public static GraphQLError TooDeep(int most, int found) =>
        new($"Max query depth should be {most} but got {found}.");

    public static GraphQLError TooCostly(int most, int found) =>
        new($"Max query complexity should be {most} but got {found}.");

    public static GraphQLError TooManyAliases(int most, int found) =>
        new($"A document may have {most} aliases but got {found}.");

    public static GraphQLError TooManyDirectives(int most, int found) =>
        new($"A document may have {most} directives but got {found}.");

    public static GraphQLError IntrospectionNotAllowed() =>
        new("GraphQL introspection is not allowed, but the query contained __schema or __type.");

    public static GraphQLError IntrospectionTooDeep(int most) =>
        new($"Lists of the introspection system may be nested {most} levels deep in one another.");

    public static GraphQLError TooLarge() => new("The operation is too large once its fragments are expanded.");
}
