using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using AccountGraph.GraphQL.Errors;

namespace AccountGraph.GraphQL.Schema;

/// <summary>A schema, or the errors that kept it from being one.</summary>
public sealed class SchemaResult
{
    internal SchemaResult(GraphQLSchema schema) => Schema = schema;

    internal SchemaResult(ImmutableArray<GraphQLError> errors) => Errors = errors;

    /// <summary>Null exactly when there are errors.</summary>
    public GraphQLSchema? Schema { get; }

    /// <summary>With locations in the type system document; the code names the rule.</summary>
    public ImmutableArray<GraphQLError> Errors { get; } = [];

    [MemberNotNullWhen(true, nameof(Schema))]
    public bool IsValid => Schema is not null;
}
