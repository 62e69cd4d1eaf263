using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Planning;

/// <summary>
/// What is selected from the value of a field, by the value's object type. For interfaces and unions each type is
/// planned when its first value comes along: planning every combination in advance would grow with the product of the
/// types on the way.
/// </summary>
internal sealed class ChildSelections
{
    private readonly CompositeType _type;
    private readonly BoundResolvers _resolvers;
    private readonly Func<ObjectType, SelectionPlan> _plan;
    private readonly SelectionPlan? _only;
    private SelectionPlan[] _planned = [];

    public ChildSelections(CompositeType type, BoundResolvers resolvers, Func<ObjectType, SelectionPlan> plan)
    {
        _type = type;
        _resolvers = resolvers;
        _plan = plan;
        if (type is ObjectType single) _only = plan(single);
    }

    /// <summary>The one selection of an object type.</summary>
    public SelectionPlan Only => _only ?? throw new InvalidOperationException($"{_type} has several object types.");

    public bool IsSynchronous => _only?.IsSynchronous ?? false;

    /// <summary>The selection for a value, or null and why there is none.</summary>
    public SelectionPlan? For(object value, out FieldError? error)
    {
        error = null;
        if (_only is not null) return _only;

        var name = _resolvers.TypeOf(_type, value);
        foreach (var planned in Volatile.Read(ref _planned))
            if (planned.Type.Name == name) return planned;

        foreach (var type in _type.PossibleTypes)
            if (type.Name == name) return Plan(type);

        error = name is null ? ExecutionErrors.NoType(_type) : ExecutionErrors.WrongType(_type, name);
        return null;
    }

    public bool Selects(string fieldName, object?[] variables) =>
        _only is not null
            ? _only.Selects(fieldName, variables)
            : _type.PossibleTypes.Any(type => Plan(type).Selects(fieldName, variables));

    /// <summary>Two callers may plan the same type at the same time; either plan will do.</summary>
    private SelectionPlan Plan(ObjectType type)
    {
        var before = Volatile.Read(ref _planned);
        foreach (var planned in before)
            if (planned.Type == type) return planned;

        var selection = _plan(type);
        Interlocked.CompareExchange(ref _planned, [.. before, selection], before);
        return selection;
    }
}
