using System.Collections.Immutable;

namespace AccountGraph.GraphQL.Schema;

/// <summary>A type with fields: object or interface.</summary>
public abstract class ComplexType(string name, string? description) : CompositeType(name, description)
{
    /// <summary>The fields in source order, without <c>__typename</c>.</summary>
    public NameMap<FieldDefinition> Fields { get; internal set; } = NameMap<FieldDefinition>.Empty;

    /// <summary>The interfaces the type declares, those reached through another interface included.</summary>
    public ImmutableArray<InterfaceType> Interfaces { get; internal set; } = [];
}
