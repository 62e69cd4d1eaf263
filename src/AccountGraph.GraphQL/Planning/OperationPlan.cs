using System.Collections.Immutable;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Planning;

/// <summary>
/// An operation of a valid document, ready to run any number of times and at the same time. What limits and logs need
/// to know of it is public.
/// </summary>
public sealed class OperationPlan
{
    internal OperationPlan(SelectionPlan selection, PlanningScope scope, CostPlan costs)
    {
        Selection = selection;
        Scope = scope;
        Costs = costs;
    }

    public required OperationKind Type { get; init; }

    /// <summary>Null for an anonymous operation.</summary>
    public required string? Name { get; init; }

    /// <summary>The root fields in the order of the response; one that is included by a variable counts.</summary>
    public required ImmutableArray<RootField> RootFields { get; init; }

    /// <summary>See <see cref="GraphQLEngineOptions.MaxDepth"/>.</summary>
    public required int Depth { get; init; }

    /// <summary>
    /// See <see cref="GraphQLEngineOptions.MaxCost"/>; where it depends on variables, what it is without any of them
    /// given and everything included.
    /// </summary>
    public required int Cost { get; init; }

    /// <summary>Whether <c>__schema</c> or <c>__type</c> occurs anywhere in the document.</summary>
    public required bool UsesIntrospection { get; init; }

    /// <summary>Aliases in the document.</summary>
    public required int Aliases { get; init; }

    /// <summary>Directives in the document.</summary>
    public required int Directives { get; init; }

    internal SelectionPlan Selection { get; }

    internal PlanningScope Scope { get; }

    internal CostPlan Costs { get; }

    internal VariablePlan[] Variables => Scope.Variables;

    /// <summary>
    /// A variable that decides over <c>@skip</c> or <c>@include</c> and is null all the same: one with a default may be
    /// given as null (<see
    /// href="https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed">5.8.5</see>).
    /// </summary>
    internal VariablePlan? FindNullCondition(object?[] variables)
    {
        foreach (var index in Scope.ConditionVariables)
            if (variables[index] is not bool) return Variables[index];

        return null;
    }
}
