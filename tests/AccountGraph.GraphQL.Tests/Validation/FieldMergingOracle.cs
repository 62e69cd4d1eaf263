using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Tests.Validation;

/// <summary>
/// FieldsInSetCanMerge() and SameResponseShape() word for word
/// (<see href="https://spec.graphql.org/September2025/#FieldsInSetCanMerge()">5.3.2</see>), in pairs
/// and without any limit.
/// </summary>
internal sealed class FieldMergingOracle(GraphQLSchema schema, DocumentNode document)
{
    private sealed record Use(SelectionNode.Field Node, CompositeType Parent, GraphQLType Type);

    public bool AllCanMerge() => document.Definitions.All(definition => definition switch
    {
        DefinitionNode.Operation operation => CanMerge(operation.SelectionSet, schema.RootType(operation.Kind)!),
        DefinitionNode.Fragment fragment => CanMerge(fragment.SelectionSet, TypeOf(fragment.TypeCondition)),
        _ => true,
    });

    private bool CanMerge(SelectionSetNode selectionSet, CompositeType type) =>
        CanMerge(Collect([(selectionSet, type)]));

    private bool CanMerge(List<Use> set) => Pairs(set).All(pair =>
    {
        var (a, b) = pair;
        if (!SameShape(a, b)) return false;
        if (a.Parent != b.Parent && a.Parent is ObjectType && b.Parent is ObjectType) return true;

        return a.Node.Name == b.Node.Name && SameArguments(a.Node, b.Node) && CanMerge(Merged(a, b));
    });

    private bool SameShape(Use a, Use b)
    {
        var (left, right) = (a.Type, b.Type);
        while (left is not NamedType || right is not NamedType)
        {
            if (left.GetType() != right.GetType()) return false;

            (left, right) = left is NonNullType
                ? (left.Nullable, right.Nullable)
                : (((ListType)left).ElementType, ((ListType)right).ElementType);
        }

        if (left.IsLeaf || right.IsLeaf) return left == right;

        return Pairs(Merged(a, b)).All(pair => SameShape(pair.A, pair.B));
    }

    private List<Use> Merged(Use a, Use b) => Collect(
    [
        .. new[] { a, b }.Where(use => use.Node.SelectionSet is not null)
            .Select(use => (use.Node.SelectionSet!, (CompositeType)use.Type.Named)),
    ]);

    private List<Use> Collect(List<(SelectionSetNode Set, CompositeType Type)> sets)
    {
        var uses = new List<Use>();
        foreach (var (set, type) in sets) Collect(set, type, uses, []);

        return uses;
    }

    private void Collect(SelectionSetNode set, CompositeType type, List<Use> uses, HashSet<string> seen)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case SelectionNode.Field field:
                    uses.Add(new Use(field, type, schema.FindField(type, field.Name)!.Type));
                    break;
                case SelectionNode.InlineFragment inline:
                    Collect(inline.SelectionSet, inline.TypeCondition is { } on ? TypeOf(on) : type, uses, seen);
                    break;
                case SelectionNode.FragmentSpread spread when seen.Add(spread.Name):
                    var fragments = document.Definitions.OfType<DefinitionNode.Fragment>();
                    var fragment = fragments.First(one => one.Name == spread.Name);
                    Collect(fragment.SelectionSet, TypeOf(fragment.TypeCondition), uses, seen);
                    break;
            }
        }
    }

    private static IEnumerable<(Use A, Use B)> Pairs(List<Use> set)
    {
        for (var i = 0; i < set.Count; i++)
        {
            // A field is merged with itself too: what is in it may conflict.
            for (var j = i; j < set.Count; j++)
            {
                if (set[i].Node.ResponseName == set[j].Node.ResponseName) yield return (set[i], set[j]);
            }
        }
    }

    private static bool SameArguments(SelectionNode.Field a, SelectionNode.Field b) =>
        a.Arguments.Length == b.Arguments.Length
        && a.Arguments.All(one => b.Arguments.Any(other => other.Name == one.Name && Print(other) == Print(one)));

    private static string Print(ArgumentNode argument) => argument.Value switch
    {
        ValueNode.Int number => number.Text,
        ValueNode.Variable variable => $"${variable.Name}",
        // The generator writes only one object literal for each argument.
        _ => argument.Value.GetType().Name,
    };

    private CompositeType TypeOf(TypeNode.Named node) => (CompositeType)schema.Types[node.Name]!;
}
