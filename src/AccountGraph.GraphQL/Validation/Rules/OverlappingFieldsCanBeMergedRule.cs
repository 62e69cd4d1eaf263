using System.Runtime.CompilerServices;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Field-Selection-Merging">5.3.2 Field Selection Merging</see>.
/// Fields with the same response name are the same field with the same arguments, and of the same shape even
/// where only one of them can apply.
/// </summary>
/// <remarks>
/// The specification compares fields in pairs, which hostile documents make quadratic or worse. Both conditions are
/// equivalences, so comparing with one field of a group does: first all shapes, then, apart for each object type that
/// a field can be on, names and arguments. Sets of selections that turn up again are not looked at again, and a budget
/// bounds what remains.
/// </remarks>
internal sealed class OverlappingFieldsCanBeMergedRule(ValidationContext context) : ValidationRule(context)
{
    private readonly FieldCollector _collector = new(context);
    private readonly FieldSignatures _signatures = new();
    private readonly HashSet<SelectionSetKey> _shapesSeen = [];
    private readonly HashSet<SelectionSetKey> _mergesSeen = [];
    private readonly HashSet<(SelectionNode, SelectionNode)> _reported = [];
    private bool _isTooComplex;

    public override void End()
    {
        // What an operation reaches is compared along with it; the rest is not used, but may be wrong in itself.
        var covered = new HashSet<DefinitionNode.Fragment>();
        foreach (var operation in Context.Operations)
        {
            Context.Reach(operation, covered);
            Check(operation, operation.SelectionSet, Context.Schema.RootType(operation.Kind));
        }

        foreach (var fragment in Context.Fragments)
        {
            if (!covered.Add(fragment)) continue;

            Context.Reach(fragment, covered);
            Check(fragment, fragment.SelectionSet, Context.Schema.Types[fragment.TypeCondition.Name] as CompositeType);
        }
    }

    private void Check(DefinitionNode definition, SelectionSetNode selectionSet, CompositeType? type)
    {
        if (!MayGoOn()) return;

        List<MergedSelection> root = [new MergedSelection(selectionSet, type, Parent: null)];
        CheckShapes(root);
        CheckMerges(root);
        if (_isTooComplex || _collector.IsExhausted) Context.Report(this, ValidationErrors.TooComplex, definition);
    }

    /// <summary>SameResponseShape(), for all fields that stand in one place of the response.</summary>
    private void CheckShapes(List<MergedSelection> selections)
    {
        if (!MayGoOn() || !_shapesSeen.Add(new SelectionSetKey(selections))) return;

        foreach (var group in _collector.Collect(selections).Values)
        {
            var first = group.Find(field => field.Definition is not null);
            foreach (var field in group)
            {
                if (field.Definition is null || HaveSameShape(first!.Definition!.Type, field.Definition.Type)) continue;

                Report(first, field, $"return \"{first.Definition.Type}\" and \"{field.Definition.Type}\"");
            }

            if (Children(group) is { Count: > 0 } children) CheckShapes(children);
        }
    }

    private static bool HaveSameShape(GraphQLType left, GraphQLType right) => (left, right) switch
    {
        (NonNullType a, NonNullType b) => HaveSameShape(a.Nullable, b.Nullable),
        (ListType a, ListType b) => HaveSameShape(a.ElementType, b.ElementType),
        (CompositeType, CompositeType) => true,
        _ => left == right,
    };

    /// <summary>FieldsInSetCanMerge(), without the shapes.</summary>
    private void CheckMerges(List<MergedSelection> selections)
    {
        if (!MayGoOn() || !_mergesSeen.Add(new SelectionSetKey(selections))) return;

        foreach (var group in _collector.Collect(selections).Values)
        {
            foreach (var mergeable in ByObjectType(group))
            {
                CheckSameField(mergeable);
                if (Children(mergeable) is { Count: > 0 } children) CheckMerges(children);
            }
        }
    }

    /// <summary>
    /// Sets of fields that can apply together: those on one object type, with those on interfaces and unions, which
    /// can apply with any.
    /// </summary>
    private static List<List<MergedField>> ByObjectType(List<MergedField> group)
    {
        if (group.TrueForAll(field => field.ParentType == group[0].ParentType)) return [group];

        var types = group.Select(field => field.ParentType).OfType<ObjectType>().Distinct().ToList();
        return types.Count < 2
            ? [group]
            : types.ConvertAll(type =>
                group.FindAll(field => field.ParentType == type || field.ParentType is not ObjectType));
    }

    private void CheckSameField(List<MergedField> fields)
    {
        var first = fields[0];
        foreach (var field in fields)
        {
            if (field.Node.Name != first.Node.Name)
            {
                Report(first, field, $"are \"{first.Node.Name}\" and \"{field.Node.Name}\"");
            }
            else if (_signatures.Of(field.Node) != _signatures.Of(first.Node))
            {
                Report(first, field, "have different arguments");
            }
        }
    }

    private static List<MergedSelection> Children(List<MergedField> fields)
    {
        var children = new List<MergedSelection>();
        foreach (var field in fields)
        {
            if (field.Node.SelectionSet is not { } selectionSet) continue;

            children.Add(new MergedSelection(selectionSet, field.Definition?.Type.Named as CompositeType, field));
        }

        return children;
    }

    private bool MayGoOn()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) _isTooComplex = true;

        return !_isTooComplex && !_collector.IsExhausted && !Context.IsFull;
    }

    /// <summary>
    /// The places told first are those where the two begin to differ: in one selection, or the fields that brought
    /// them together.
    /// </summary>
    private void Report(MergedField left, MergedField right, string what)
    {
        if (_reported.Contains((right.Node, left.Node)) || !_reported.Add((left.Node, right.Node))) return;

        var (topLeft, topRight) = (left, right);
        while (topLeft.Parent != topRight.Parent && topLeft.Parent is not null && topRight.Parent is not null)
        {
            (topLeft, topRight) = (topLeft.Parent, topRight.Parent);
        }

        var message = ValidationErrors.FieldsDiffer(left.Node.ResponseName, what);
        if (topLeft == left) Context.Report(this, message, left.Node, right.Node);
        else Context.Report(this, message, topLeft.Node, left.Node, topRight.Node, right.Node);
    }
}
