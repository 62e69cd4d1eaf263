using System.Collections.Immutable;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Planning;

/// <summary>
/// Reads <c>@skip</c> and <c>@include</c> (<see href="https://spec.graphql.org/September2025/#sec--skip">3.13.1</see>,
/// <see href="https://spec.graphql.org/September2025/#sec--include">3.13.2</see>).
/// </summary>
internal static class SelectionConditions
{
    /// <summary>The condition with those of the directives, or null when they exclude the selection for good.</summary>
    public static Conjunction? Narrow(
        PlanningScope scope, Conjunction condition, ImmutableArray<DirectiveNode> directives)
    {
        Conjunction? narrowed = condition;
        foreach (var directive in directives)
        {
            if (directive.Name is not ("skip" or "include")) continue;

            var wanted = directive.Name == "include";
            narrowed = directive.Arguments[0].Value switch
            {
                ValueNode.Boolean constant => constant.Value == wanted ? narrowed : null,
                ValueNode.Variable variable => narrowed?.And(IndexOf(scope, variable), wanted),
                _ => narrowed,
            };
        }

        return narrowed;
    }

    private static int IndexOf(PlanningScope scope, ValueNode.Variable variable)
    {
        var index = scope.VariableIndexes[variable.Name];
        scope.ConditionVariables.Add(index);
        return index;
    }
}
