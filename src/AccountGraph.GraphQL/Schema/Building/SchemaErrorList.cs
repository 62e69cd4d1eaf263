using System.Collections.Immutable;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>Gathers what is wrong with a type system document, up to a number nobody reads beyond.</summary>
internal sealed class SchemaErrorList(DocumentNode document)
{
    private const int Limit = 100;

    private readonly ImmutableArray<GraphQLError>.Builder _errors = ImmutableArray.CreateBuilder<GraphQLError>();

    public bool Any => _errors.Count > 0;

    public void Add(string rule, string message, params ReadOnlySpan<SyntaxNode?> nodes)
    {
        if (_errors.Count == Limit) return;

        var locations = ImmutableArray.CreateBuilder<SourceLocation>(nodes.Length);
        foreach (var node in nodes)
        {
            if (node is not null) locations.Add(document.Locate(node));
        }

        _errors.Add(GraphQLError.At(rule, message, locations.DrainToImmutable()));
    }

    public ImmutableArray<GraphQLError> ToImmutable() => _errors.ToImmutable();
}
