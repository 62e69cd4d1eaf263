using System.Collections.Immutable;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema;

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed class InputValue(string name, string? description, GraphQLType type, ValueNode? defaultLiteral)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public GraphQLType Type { get; } = type;

    /// <summary>Its place among its siblings, so that coerced arguments can live in an array.</summary>
    public int Index { get; init; }

    /// <summary>The default as written in the schema, or null when there is none.</summary>
    public ValueNode? DefaultLiteral { get; } = defaultLiteral;

    public bool HasDefault => DefaultLiteral is not null;

    /// <summary>
    /// The default after input coercion, null both for <c>null</c> and when there is none.
    /// </summary>
    /// <remarks>
    /// Int is <see cref="int"/>, Float <see cref="double"/>, String and ID <see cref="string"/>, Boolean
    /// <see cref="bool"/>, an enum value its name as <see cref="string"/>, a list
    /// <c>IReadOnlyList&lt;object?&gt;</c>, an input object <c>IReadOnlyDictionary&lt;string, object?&gt;</c> in
    /// the order of its fields with their defaults filled in. A custom scalar's literal becomes the JSON-like value
    /// it stands for, integers as <see cref="long"/> or, beyond that, <see cref="System.Numerics.BigInteger"/>.
    /// </remarks>
    public object? DefaultValue { get; internal set; }

    /// <summary>Null when it is not deprecated.</summary>
    public string? DeprecationReason { get; init; }

    public ImmutableArray<DirectiveNode> Directives { get; init; } = [];

    /// <summary>Whether it must be given: non-null without a default.</summary>
    public bool IsRequired => Type is NonNullType && !HasDefault;
}
