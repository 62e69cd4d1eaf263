using AccountGraph.GraphQL.Execution;

namespace AccountGraph.GraphQL.Planning;

/// <summary>The type of a field or of the items of its list, ready for writing values of it.</summary>
internal sealed class OutputPlan
{
    public required bool IsNonNull { get; init; }

    public required OutputKind Kind { get; init; }

    /// <summary>For <see cref="OutputKind.List"/>.</summary>
    public OutputPlan? Item { get; init; }

    /// <summary>For <see cref="OutputKind.Leaf"/>.</summary>
    public LeafWriter? Leaf { get; init; }

    /// <summary>For <see cref="OutputKind.Composite"/>: what is selected from a value, by its object type.</summary>
    public ChildSelections? Selections { get; init; }

    /// <summary>Whether values can be written without waiting.</summary>
    public bool IsSynchronous => Kind switch
    {
        OutputKind.Leaf => true,
        OutputKind.List => Item!.IsSynchronous,
        OutputKind.Composite => Selections!.IsSynchronous,
    };
}
