using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution;

/// <summary>What a resolver may know about the field it computes. Valid until the resolver has completed.</summary>
public readonly struct FieldContext
{
    private readonly ResponseWriter _writer;
    private readonly FieldPlan _plan;
    private readonly int _depth;

    internal FieldContext(ResponseWriter writer, FieldPlan plan, object? source, ArgumentValues arguments, int depth)
    {
        _writer = writer;
        _plan = plan;
        _depth = depth;
        Source = source;
        Arguments = arguments;
    }

    /// <summary>
    /// The value of the object that the field belongs to; for a root field <see cref="OperationRequest.Root"/>.
    /// </summary>
    public object? Source { get; }

    /// <summary>
    /// The coerced arguments (<see href="https://spec.graphql.org/September2025/#CoerceArgumentValues()">6.4.1</see>).
    /// </summary>
    public ArgumentValues Arguments { get; }

    /// <summary><see cref="OperationRequest.State"/>: whatever the caller of the engine handed in.</summary>
    public object? State => _writer.Operation.Request.State;

    /// <summary>Signalled when nobody waits for the answer any more.</summary>
    public CancellationToken Cancellation => _writer.Operation.Cancellation;

    public FieldDefinition Field => _plan.Definition;

    /// <summary>The object type that the field was selected on.</summary>
    public ObjectType ParentType => _plan.Parent;

    /// <summary>The alias if there is one, else the field's name.</summary>
    public string ResponseKey => _plan.ResponseKey;

    /// <summary>Response keys and list indices from the root to this field. Computed at each call.</summary>
    public IReadOnlyList<object> Path => _writer.PathTo(_depth);

    /// <summary>
    /// Whether the selection set of this field asks for <paramref name="fieldName"/>, so that what nobody reads need
    /// not be loaded. For abstract types this is true when some selection might.
    /// </summary>
    public bool Selects(string fieldName) => _plan.Selects(fieldName, _writer.Operation.Variables);
}
