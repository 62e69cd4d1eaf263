using System.Runtime.CompilerServices;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Planning;

/// <summary>
/// Gathers the fields of selection sets for one object type by response key
/// (<see href="https://spec.graphql.org/September2025/#CollectFields()">6.3.2</see>), once for all requests: what
/// <c>@skip</c> and <c>@include</c> say by variables stays with each field as a condition.
/// </summary>
internal sealed class FieldCollector(PlanningScope scope, ObjectType type)
{
    private readonly OrderedDictionary<string, List<CollectedField>> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Conjunction>> _visitedFragments = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>In the order of their first selection.</summary>
    public IReadOnlyDictionary<string, List<CollectedField>> Fields => _fields;

    public void Add(SelectionSetNode selections, Conjunction condition)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var selection in selections.Selections)
        {
            if (SelectionConditions.Narrow(scope, condition, selection.Directives) is not { } included) continue;

            switch (selection)
            {
                case SelectionNode.Field field:
                    AddField(field, included);
                    break;
                case SelectionNode.InlineFragment inline:
                    if (Applies(inline.TypeCondition)) Add(inline.SelectionSet, included);
                    break;
                case SelectionNode.FragmentSpread spread:
                    AddFragment(scope.Fragment(spread.Name), included);
                    break;
            }
        }
    }

    private void AddField(SelectionNode.Field field, Conjunction condition)
    {
        if (!_fields.TryGetValue(field.ResponseName, out var same)) _fields.Add(field.ResponseName, same = []);
        same.Add(new CollectedField(field, _next++, condition));
    }

    private void AddFragment(DefinitionNode.Fragment fragment, Conjunction condition)
    {
        if (!Applies(fragment.TypeCondition)) return;

        if (!_visitedFragments.TryGetValue(fragment.Name, out var visits))
            _visitedFragments.Add(fragment.Name, visits = []);
        foreach (var visit in visits)
            if (visit.IsImpliedBy(condition)) return;

        visits.Add(condition);
        Add(fragment.SelectionSet, condition);
    }

    private bool Applies(TypeNode.Named? condition) => scope.Condition(condition, type).IsPossible(type);
}
