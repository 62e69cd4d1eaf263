using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Execution.Bindings;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Planning;

/// <summary>Turns collected fields into plans, one object type at a time.</summary>
internal sealed class SelectionPlanner(PlanningScope scope)
{
    public SelectionPlan Plan(ObjectType type, FieldCollector collector)
    {
        var places = new SortedList<int, FieldPlan>();
        foreach (var (responseKey, selections) in collector.Fields)
            PlanField(type, responseKey, selections, places);

        return new SelectionPlan(type, [.. places.Values]);
    }

    private void PlanField(
        ObjectType type, string responseKey, List<CollectedField> selections, SortedList<int, FieldPlan> places)
    {
        var first = selections[0].Node;
        var definition = scope.Schema.FindField(type, first.Name)!;
        var binding = definition == scope.Schema.TypeNameField
            ? new TypeNameBinding(type)
            : scope.Resolvers.Binding(type, definition);
        var output = PlanOutput(definition.Type, selections);
        var arguments = ArgumentsPlan.Create(scope, definition, first);
        var earlier = new List<Conjunction>();
        foreach (var (node, place, condition) in selections)
        {
            if (earlier.Exists(other => other.IsImpliedBy(condition))) continue;

            places.Add(place, new FieldPlan
            {
                ResponseKey = responseKey,
                Key = [(byte)',', .. JsonText.Encode(responseKey), (byte)':'],
                Parent = type,
                Definition = definition,
                Binding = binding,
                Arguments = arguments,
                Output = output,
                Condition = condition.IsAlways && earlier.Count == 0 ? null : new Condition(condition, [.. earlier]),
                IsSynchronous = binding.IsSynchronous && output.IsSynchronous,
                Source = scope.Document.Source,
                Start = node.Start,
            });
            earlier.Add(condition);
        }
    }

    private OutputPlan PlanOutput(GraphQLType type, List<CollectedField> selections) => type.Nullable switch
    {
        ListType list => new OutputPlan
        {
            IsNonNull = type is NonNullType,
            Kind = OutputKind.List,
            Item = PlanOutput(list.ElementType, selections),
        },
        CompositeType composite => new OutputPlan
        {
            IsNonNull = type is NonNullType,
            Kind = OutputKind.Composite,
            Selections = new ChildSelections(composite, scope.Resolvers, child => PlanChild(child, selections)),
        },
        var leaf => new OutputPlan
        {
            IsNonNull = type is NonNullType,
            Kind = OutputKind.Leaf,
            Leaf = LeafWriter.For(leaf.Named, scope.Resolvers.Scalar(leaf.Named)),
        },
    };

    /// <summary>The selection sets of all selections of a field, merged.</summary>
    private SelectionPlan PlanChild(ObjectType type, List<CollectedField> selections)
    {
        var collector = new FieldCollector(scope, type);
        // When all are included together, what holds for the field need not be asked again below it.
        var isShared = selections.TrueForAll(selection => selection.Condition.Equals(selections[0].Condition));
        foreach (var selection in selections)
            collector.Add(selection.Node.SelectionSet!, isShared ? Conjunction.Always : selection.Condition);

        return Plan(type, collector);
    }
}
