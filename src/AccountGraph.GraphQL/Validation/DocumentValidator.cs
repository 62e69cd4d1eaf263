using System.Collections.Immutable;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation;

/// <summary>
/// Checks executable documents against a schema
/// (<see href="https://spec.graphql.org/September2025/#sec-Validation">5 Validation</see>).
/// </summary>
public static class DocumentValidator
{
    /// <summary>
    /// The errors of all rules, empty when the document may be executed; the code of each names its rule. Nothing is
    /// thrown. The work is bounded whatever the document: one walk, and a budget for the comparison of fields.
    /// </summary>
    public static ImmutableArray<GraphQLError> Validate(
        GraphQLSchema schema, DocumentNode document, ValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(document);

        var context = new ValidationContext(schema, document, options ?? ValidationOptions.Default);
        new DocumentWalker(context, SpecifiedRules.Create(context)).Walk();
        return context.Errors;
    }
}
