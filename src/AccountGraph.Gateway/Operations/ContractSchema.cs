using AccountGraph.GraphQL.Schema;

namespace AccountGraph.Gateway.Operations;

/// <summary>The published contract, <c>schema.graphql</c>, as it is embedded in the program.</summary>
internal sealed class ContractSchema
{
    private const string Resource = "schema.graphql";

    /// <exception cref="InvalidOperationException">The text is not a valid schema; the message lists why.</exception>
    public ContractSchema()
    {
        using var stream = typeof(ContractSchema).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        Text = reader.ReadToEnd();
        var result = SchemaBuilder.Build(Text);
        Schema = result.Schema ?? throw new InvalidOperationException(
            "schema.graphql is not valid:\n" + string.Join('\n', result.Errors.Select(error => error.Message)));
    }

    public string Text { get; }

    public GraphQLSchema Schema { get; }

    public FieldDefinition FieldOf(Operation operation)
    {
        var type = operation.IsMutation ? Schema.MutationType! : Schema.QueryType;
        return type.Fields.Items.First(field => field.Name == operation.Name);
    }
}
