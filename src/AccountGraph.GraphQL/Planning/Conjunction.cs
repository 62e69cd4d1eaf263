using System.Collections.Immutable;
using AccountGraph.GraphQL.Execution;

namespace AccountGraph.GraphQL.Planning;

/// <summary>
/// The <c>@skip</c> and <c>@include</c> with variables on the way from the operation to a selection: variables by index
/// and what each must be (<see href="https://spec.graphql.org/September2025/#sec--skip">3.13.1</see>).
/// </summary>
internal sealed class Conjunction : IEquatable<Conjunction>
{
    public static readonly Conjunction Always = new([]);

    private readonly ImmutableArray<(int Variable, bool Value)> _terms;

    private Conjunction(ImmutableArray<(int Variable, bool Value)> terms) => _terms = terms;

    public bool IsAlways => _terms.IsEmpty;

    /// <summary>Adds a term; null when it contradicts what is there.</summary>
    public Conjunction? And(int variable, bool value)
    {
        foreach (var term in _terms)
            if (term.Variable == variable) return term.Value == value ? this : null;

        return new(_terms.Add((variable, value)).Sort());
    }

    /// <summary>Whether this holds whenever <paramref name="other"/> does.</summary>
    public bool IsImpliedBy(Conjunction other)
    {
        foreach (var term in _terms)
            if (!other._terms.Contains(term)) return false;

        return true;
    }

    public bool IsMet(object?[] variables)
    {
        foreach (var (variable, value) in _terms)
            if (!ReferenceEquals(variables[variable], Boxed.Of(value))) return false;

        return true;
    }

    public bool Equals(Conjunction? other) => other is not null && _terms.AsSpan().SequenceEqual(other._terms.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as Conjunction);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var term in _terms) hash.Add(term);
        return hash.ToHashCode();
    }
}
