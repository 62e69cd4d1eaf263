using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using AccountGraph.GraphQL.Errors;

namespace AccountGraph.GraphQL.Language;

/// <summary>A document, or the errors that kept it from being one.</summary>
public sealed class ParseResult
{
    internal ParseResult(DocumentNode document) => Document = document;

    internal ParseResult(GraphQLError error) => Errors = [error];

    /// <summary>Null exactly when there are errors.</summary>
    public DocumentNode? Document { get; }

    public ImmutableArray<GraphQLError> Errors { get; } = [];

    [MemberNotNullWhen(true, nameof(Document))]
    public bool IsValid => Document is not null;
}
