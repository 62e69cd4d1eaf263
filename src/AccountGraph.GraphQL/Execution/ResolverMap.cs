using AccountGraph.GraphQL.Execution.Bindings;

namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// Where the values of a schema's fields come from. Filled once, then given to the engine, which checks it against the
/// schema; later changes have no effect.
/// </summary>
/// <remarks>
/// A field without an entry is read by <see cref="Default"/>: the entry of the field's name in a dictionary or JSON
/// object. A type given to <see cref="Object{T}"/> must have every one of its fields bound.
/// </remarks>
public sealed class ResolverMap
{
    internal ResolverEntries Entries { get; } = new();

    /// <summary>Reads the fields of an object type from <typeparamref name="T"/> by typed readers.</summary>
    public ResolverMap Object<T>(string type, Action<ObjectBinder<T>> bind)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(bind);
        if (!Entries.Objects.TryAdd(type, typeof(T))) throw Twice($"Type \"{type}\"");

        bind(new ObjectBinder<T>((field, binding) => Add(Entries.Fields, type, field, binding)));
        return this;
    }

    /// <summary>Computes a field by a resolver, which may be asynchronous and receives coerced arguments.</summary>
    public ResolverMap Field(string type, string field, FieldResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        return Bind(type, field, new ResolverBinding(resolver));
    }

    /// <summary>
    /// Gives the source stream of a subscription's root field
    /// (<see href="https://spec.graphql.org/September2025/#sec-Source-Stream">6.2.3.1</see>): the resolver answers with
    /// an <c>IAsyncEnumerable&lt;object?&gt;</c> whose items are the root values of the executions, or with a <see
    /// cref="FieldError"/>.
    /// </summary>
    public ResolverMap Stream(string type, string field, FieldResolver source)
    {
        Add(Entries.Streams, type, field, source);
        return this;
    }

    /// <summary>Replaces what a field counts towards the cost limit.</summary>
    public ResolverMap Cost(string type, string field, FieldCost cost)
    {
        Add(Entries.Costs, type, field, cost);
        return this;
    }

    /// <summary>
    /// Tells the object types of an interface's or union's values apart. Without it, the type is the one whose
    /// <see cref="Object{T}"/> fits the value, else the value's entry <c>__typename</c>.
    /// </summary>
    public ResolverMap TypeOf(string abstractType, TypeResolver resolver)
    {
        if (!Entries.Types.TryAdd(abstractType, resolver)) throw Twice($"Type \"{abstractType}\"");
        return this;
    }

    /// <summary>Reads and writes a custom scalar.</summary>
    public ResolverMap Scalar(string scalar, ScalarCoercion coercion)
    {
        if (!Entries.Scalars.TryAdd(scalar, coercion)) throw Twice($"Scalar \"{scalar}\"");
        return this;
    }

    /// <summary>Reads every field that has no entry of its own.</summary>
    public ResolverMap Default(FieldResolver resolver)
    {
        Entries.Default = new ResolverBinding(resolver);
        return this;
    }

    internal ResolverMap Bind(string type, string field, FieldBinding binding)
    {
        Add(Entries.Fields, type, field, binding);
        return this;
    }

    private static void Add<TEntry>(
        Dictionary<(string Type, string Field), TEntry> entries, string type, string field, TEntry entry)
    {
        if (!entries.TryAdd((type, field), entry)) throw Twice($"Field \"{type}.{field}\"");
    }

    private static ArgumentException Twice(string what) => new($"{what} is bound twice.");
}
