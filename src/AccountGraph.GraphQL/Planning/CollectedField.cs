using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Planning;

/// <summary>A selection of a field, its place among all that were collected, and when it is included.</summary>
internal readonly record struct CollectedField(SelectionNode.Field Node, int Place, Conjunction Condition);
