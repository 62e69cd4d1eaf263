using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation;

/// <summary>A selection set that is merged with others; its type is the same wherever it turns up.</summary>
internal readonly record struct MergedSelection(SelectionSetNode Node, CompositeType? Type, MergedField? Parent);
