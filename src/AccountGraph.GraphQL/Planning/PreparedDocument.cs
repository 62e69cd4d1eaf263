using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using AccountGraph.GraphQL.Errors;

namespace AccountGraph.GraphQL.Planning;

/// <summary>
/// A document that was parsed and validated, with the plans of its operations; immutable, shared by concurrent
/// requests.
/// </summary>
public sealed class PreparedDocument
{
    private readonly ImmutableArray<PlannedOperation> _operations = [];

    internal PreparedDocument(ImmutableArray<GraphQLError> errors) => Errors = errors;

    internal PreparedDocument(ImmutableArray<PlannedOperation> operations) => _operations = operations;

    /// <summary>
    /// Why no operation of the document can run: its syntax, a validation rule or a limit; else empty.
    /// </summary>
    public ImmutableArray<GraphQLError> Errors { get; } = [];

    /// <summary>Roughly the bytes it keeps, for the cache.</summary>
    internal int Weight { get; init; }

    /// <summary>
    /// Selects an operation (<see href="https://spec.graphql.org/September2025/#GetOperation()">6.1,
    /// GetOperation()</see>): the one of that name, or without a name the only one.
    /// </summary>
    /// <param name="error">
    /// A request error: there is no such operation, or it breaks a limit such as
    /// <see cref="GraphQLEngineOptions.MaxDepth"/> or <see cref="GraphQLEngineOptions.MaxCost"/>.
    /// </param>
    public bool TryGetOperation(
        string? name, [NotNullWhen(true)] out OperationPlan? plan, [NotNullWhen(false)] out GraphQLError? error)
    {
        // Some clients send an empty name for none.
        var operation = !Errors.IsEmpty ? Refused(Errors[0])
            : string.IsNullOrEmpty(name) ? Only()
            : Named(name);
        plan = operation.Plan;
        error = operation.Error!;
        return plan is not null;
    }

    private PlannedOperation Only() => _operations switch
    {
        [var only] => only,
        [] => Refused(RequestErrors.NoOperation()),
        _ => Refused(RequestErrors.NoOperationName()),
    };

    private PlannedOperation Named(string name)
    {
        foreach (var operation in _operations)
            if (operation.Name == name) return operation;

        return Refused(RequestErrors.UnknownOperation(name));
    }

    private static PlannedOperation Refused(GraphQLError error) => new(null, null, error);
}
