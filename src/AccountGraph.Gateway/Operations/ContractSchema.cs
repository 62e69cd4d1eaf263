using AccountGraph.GraphQL.Schema;

namespace AccountGraph.Gateway.Operations;

/// <summary>The published contract, <c>schema.graphql</c>, as it is embedded in the program.</summary>
internal static class ContractSchema
{
    private const string Resource = "schema.graphql";

    public static string Text { get; } = Read();

    /// <exception cref="InvalidOperationException">The text is not a valid schema; the message lists why.</exception>
    public static GraphQLSchema Build()
    {
        var result = SchemaBuilder.Build(Text);
        return result.Schema ?? throw new InvalidOperationException(
            "schema.graphql is not valid:\n" + string.Join('\n', result.Errors.Select(error => error.Message)));
    }

    private static string Read()
    {
        using var stream = typeof(ContractSchema).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
