using AccountGraph.GraphQL.Execution.Bindings;

namespace AccountGraph.GraphQL.Execution;

/// <summary>The entries of a <see cref="ResolverMap"/>, by the names of types and fields.</summary>
internal sealed class ResolverEntries
{
    public Dictionary<(string Type, string Field), FieldBinding> Fields { get; init; } = [];

    public Dictionary<(string Type, string Field), FieldResolver> Streams { get; init; } = [];

    public Dictionary<(string Type, string Field), FieldCost> Costs { get; init; } = [];

    /// <summary>The .NET type that an object type's typed readers read from.</summary>
    public Dictionary<string, Type> Objects { get; init; } = [];

    public Dictionary<string, TypeResolver> Types { get; init; } = [];

    public Dictionary<string, ScalarCoercion> Scalars { get; init; } = [];

    public FieldBinding Default { get; set; } = new ResolverBinding(PropertyReader.Resolve);

    /// <summary>A copy that has the fields and objects of <paramref name="other"/>, too.</summary>
    public ResolverEntries With(ResolverEntries other) => new()
    {
        Fields = Fields.Concat(other.Fields).ToDictionary(),
        Streams = new(Streams),
        Costs = new(Costs),
        Objects = Objects.Concat(other.Objects).ToDictionary(),
        Types = new(Types),
        Scalars = new(Scalars),
        Default = Default,
    };
}
