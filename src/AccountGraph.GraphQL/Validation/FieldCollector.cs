using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation;

/// <summary>Lays out selection sets, fragments included, as the fields in them by response name.</summary>
internal sealed class FieldCollector(ValidationContext context)
{
    // A request of 2,000 tokens has at most about 2,000 fields; merging them honestly looks at each a few times.
    private const int Budget = 100_000;

    private int _looked;

    /// <summary>Whether the document wants more work than it gets; what was collected is then incomplete.</summary>
    public bool IsExhausted => _looked > Budget;

    /// <summary>
    /// The fields of the selections, each selection set once, in groups of one response name; a selection's own
    /// fields come before those of its fragments.
    /// </summary>
    public Dictionary<string, List<MergedField>> Collect(List<MergedSelection> selections)
    {
        var groups = new Dictionary<string, List<MergedField>>(StringComparer.Ordinal);
        var seen = new HashSet<SelectionSetNode>();
        var fragments = new Queue<MergedSelection>();
        foreach (var selection in selections)
        {
            fragments.Enqueue(selection);
            while (fragments.TryDequeue(out var next))
            {
                if (seen.Add(next.Node)) Add(next, groups, fragments);
            }
        }

        return groups;
    }

    private void Add(
        MergedSelection selection, Dictionary<string, List<MergedField>> groups, Queue<MergedSelection> fragments)
    {
        foreach (var node in selection.Node.Selections)
        {
            if (++_looked > Budget) return;

            switch (node)
            {
                case SelectionNode.Field field:
                    var definition = Find(selection.Type, field);
                    AddTo(groups, new MergedField(field, definition, selection.Type, selection.Parent));
                    break;
                case SelectionNode.InlineFragment inline:
                    var type = inline.TypeCondition is { } condition ? TypeOf(condition) : selection.Type;
                    Add(selection with { Node = inline.SelectionSet, Type = type }, groups, fragments);
                    break;
                case SelectionNode.FragmentSpread spread when context.FindFragment(spread.Name) is { } fragment:
                    var fragmentType = TypeOf(fragment.TypeCondition);
                    fragments.Enqueue(selection with { Node = fragment.SelectionSet, Type = fragmentType });
                    break;
            }
        }
    }

    private static void AddTo(Dictionary<string, List<MergedField>> groups, MergedField field)
    {
        var name = field.Node.ResponseName;
        if (!groups.TryGetValue(name, out var group)) groups.Add(name, group = []);

        group.Add(field);
    }

    private FieldDefinition? Find(CompositeType? type, SelectionNode.Field field) =>
        type is null ? null : context.Schema.FindField(type, field.Name);

    private CompositeType? TypeOf(TypeNode.Named condition) => context.Schema.Types[condition.Name] as CompositeType;
}
