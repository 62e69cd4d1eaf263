namespace AccountGraph.Storage;

/// <summary>Names a collection, its fields and its indexes; given to every call, compared with nothing but
/// its name. Names are letters and digits only.</summary>
/// <param name="PartitionField">A mandatory text field by which most lists are asked (all documents of one
/// user). It is indexed, and a store may keep such lists in memory.</param>
public sealed record CollectionDefinition(
    string Name,
    IReadOnlyDictionary<string, FieldKind> Fields,
    IReadOnlyList<IndexDefinition> Indexes,
    string? PartitionField = null);
