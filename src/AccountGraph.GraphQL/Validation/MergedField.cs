using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation;

/// <summary>A field as it stands in a set of fields that are merged.</summary>
/// <param name="Definition">Null when the type has no such field.</param>
/// <param name="ParentType">The type it is selected on, or null when that is unknown.</param>
/// <param name="Parent">The field whose selection it came from, or null at the root.</param>
internal sealed record MergedField(
    SelectionNode.Field Node, FieldDefinition? Definition, CompositeType? ParentType, MergedField? Parent);
