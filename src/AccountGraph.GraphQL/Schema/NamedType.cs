using System.Collections.Immutable;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema;

/// <summary>A type with a name, unique within its schema.</summary>
public abstract class NamedType(string name, string? description) : GraphQLType
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    /// <summary>The directives on the definition and its extensions, in source order.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; internal set; } = [];

    /// <summary>Whether the name begins with two underscores, which belong to the introspection system.</summary>
    public bool IsIntrospection => Name.StartsWith("__", StringComparison.Ordinal);

    public override NamedType Named => this;

    public override string ToString() => Name;
}
