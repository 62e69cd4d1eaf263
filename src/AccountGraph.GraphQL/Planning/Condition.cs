namespace AccountGraph.GraphQL.Planning;

/// <summary>
/// When a field takes part at its place. The same response key selected under different conditions is planned once
/// for each, because its place among its siblings and its location come from the first selection that is included:
/// so each place asks that the ones before it are not.
/// </summary>
internal sealed class Condition(Conjunction included, Conjunction[] unless)
{
    public bool IsMet(object?[] variables)
    {
        if (!included.IsMet(variables)) return false;

        foreach (var earlier in unless)
            if (earlier.IsMet(variables)) return false;

        return true;
    }
}
