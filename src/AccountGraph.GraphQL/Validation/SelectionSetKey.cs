namespace AccountGraph.GraphQL.Validation;

/// <summary>A set of selection sets, equal to another with the same ones in any order.</summary>
internal readonly struct SelectionSetKey : IEquatable<SelectionSetKey>
{
    private readonly int[] _starts;
    private readonly int _hash;

    public SelectionSetKey(List<MergedSelection> selections)
    {
        // No two selection sets of a document start at the same byte.
        _starts = [.. selections.Select(selection => selection.Node.Start).Distinct().Order()];
        var hash = default(HashCode);
        foreach (var start in _starts) hash.Add(start);

        _hash = hash.ToHashCode();
    }

    public bool Equals(SelectionSetKey other) => _hash == other._hash && _starts.AsSpan().SequenceEqual(other._starts);

    public override bool Equals(object? obj) => obj is SelectionSetKey other && Equals(other);

    public override int GetHashCode() => _hash;
}
