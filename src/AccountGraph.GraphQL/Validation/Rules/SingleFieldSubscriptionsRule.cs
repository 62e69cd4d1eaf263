using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Single-Root-Field">5.2.4.1 Single Root Field</see>.
/// A subscription selects one field, not of introspection, and selects it whatever the variables are.
/// </summary>
internal sealed class SingleFieldSubscriptionsRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, SelectionNode.Field> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seenFragments = new(StringComparer.Ordinal);
    private readonly List<DirectiveNode> _conditions = [];

    public override void Operation(DefinitionNode.Operation operation, ObjectType? rootType)
    {
        if (operation.Kind != OperationKind.Subscription || rootType is null) return;

        _fields.Clear();
        _seenFragments.Clear();
        _conditions.Clear();
        Collect(operation.SelectionSet, rootType);
        if (_conditions.Count > 0)
        {
            var message = ValidationErrors.SubscriptionConditional(operation.Name, _conditions[0].Name);
            Context.Report(this, message, [.. _conditions]);
            return;
        }

        if (_fields.Count > 1)
        {
            var message = ValidationErrors.SubscriptionNotSingle(operation.Name);
            Context.Report(this, message, [.. _fields.Values.Skip(1)]);
        }

        foreach (var field in _fields.Values)
        {
            if (!field.Name.StartsWith("__", StringComparison.Ordinal)) continue;

            Context.Report(this, ValidationErrors.SubscriptionIntrospects(operation.Name), field);
        }
    }

    /// <summary>CollectSubscriptionFields(): like collecting for execution, but without any variables.</summary>
    private void Collect(SelectionSetNode selectionSet, ObjectType rootType)
    {
        var open = new Stack<SelectionNode>(selectionSet.Selections.Reverse());
        while (open.TryPop(out var selection))
        {
            _conditions.AddRange(selection.Directives.Where(directive => directive.Name is "skip" or "include"));
            if (selection is SelectionNode.Field field) _fields.TryAdd(field.ResponseName, field);

            foreach (var inner in Inner(selection, rootType)?.Selections.Reverse() ?? []) open.Push(inner);
        }
    }

    /// <summary>What is in a fragment that applies to the root type and was not looked into before.</summary>
    private SelectionSetNode? Inner(SelectionNode selection, ObjectType rootType)
    {
        switch (selection)
        {
            case SelectionNode.InlineFragment inline when Applies(inline.TypeCondition, rootType):
                return inline.SelectionSet;
            case SelectionNode.FragmentSpread spread when _seenFragments.Add(spread.Name):
                var fragment = Context.FindFragment(spread.Name);
                return fragment is not null && Applies(fragment.TypeCondition, rootType) ? fragment.SelectionSet : null;
            default:
                return null;
        }
    }

    private bool Applies(TypeNode.Named? condition, ObjectType rootType) =>
        condition is null
        || (Context.Schema.Types[condition.Name] is CompositeType type && type.IsPossible(rootType));
}
