using System.Runtime.CompilerServices;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Planning;

/// <summary>
/// Measures an operation before it is planned. Every fragment is measured once and remembered, so the work grows with
/// the text and not with what it expands to.
/// </summary>
internal sealed class OperationMeter(PlanningScope scope)
{
    // Sums stay far from overflow; whatever reaches this is refused.
    private const long MostSize = 1L << 40;

    private readonly Dictionary<string, SelectionMeasure> _fragments = new(StringComparer.Ordinal);

    public SelectionMeasure Measure(CompositeType type, SelectionSetNode selections)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();

        var (height, size, listings, introspection) = (0, 0L, 0, 0);
        var cost = new CostPlan();
        foreach (var selection in selections.Selections)
        {
            var included = SelectionConditions.Narrow(scope, Conjunction.Always, selection.Directives);
            if (included is null) continue;

            var (below, ownHeight, ownListing) = selection is SelectionNode.Field field
                ? MeasureField(type, field, included, cost)
                : (MeasureFragment(type, selection, included, cost), 0, 0);
            height = Math.Max(height, ownHeight + below.Height);
            size = Math.Min(size + below.Size, MostSize);
            listings = Math.Max(listings, ownListing + below.Listings);
            introspection = Math.Max(introspection, below.Introspection);
        }

        return new SelectionMeasure(height, size, listings, cost, introspection);
    }

    private SelectionMeasure MeasureFragment(
        CompositeType type, SelectionNode selection, Conjunction included, CostPlan cost)
    {
        var measure = selection is SelectionNode.InlineFragment inline
            ? Measure(scope.Condition(inline.TypeCondition, type), inline.SelectionSet)
            : MeasureNamed(scope.Fragment(((SelectionNode.FragmentSpread)selection).Name));
        cost.AddFragment(measure.Cost, included);
        return measure;
    }

    private SelectionMeasure MeasureNamed(DefinitionNode.Fragment fragment)
    {
        if (_fragments.TryGetValue(fragment.Name, out var known)) return known;

        var type = (CompositeType)scope.Schema.Types[fragment.TypeCondition.Name]!;
        return _fragments[fragment.Name] = Measure(type, fragment.SelectionSet);
    }

    private (SelectionMeasure Below, int Height, int Listing) MeasureField(
        CompositeType type, SelectionNode.Field field, Conjunction included, CostPlan cost)
    {
        var definition = scope.Schema.FindField(type, field.Name)!;
        var below = field.SelectionSet is null
            ? new SelectionMeasure(0, 0, 0, new CostPlan(), 0)
            : Measure((CompositeType)definition.Type.Named, field.SelectionSet);
        if (definition == scope.Schema.SchemaField || definition == scope.Schema.TypeField)
        {
            // What is below is bounded by the nesting of its lists instead.
            cost.AddField(new CostPlan(), null, ArgumentsPlan.None, included);
            return (new SelectionMeasure(0, below.Size + 1, 0, below.Cost, below.Listings), 1, 0);
        }

        cost.AddField(
            below.Cost,
            scope.Resolvers.Cost(type, definition),
            ArgumentsPlan.Create(scope, definition, field),
            included);
        var isListing = field.Name is "fields" or "interfaces" or "possibleTypes" or "inputFields";
        return (below with { Size = below.Size + 1 }, field.SelectionSet is null ? 0 : 1, isListing ? 1 : 0);
    }
}
