using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace AccountGraph.GraphQL.Schema;

/// <summary>Members of a definition in source order, also found by name.</summary>
public sealed class NameMap<T> : IReadOnlyList<T>
    where T : class
{
    private readonly FrozenDictionary<string, T> _byName;

    internal NameMap(ImmutableArray<T> items, Func<T, string> nameOf)
    {
        Items = items;
        _byName = items.ToFrozenDictionary(nameOf, StringComparer.Ordinal);
    }

    internal static NameMap<T> Empty { get; } = new([], _ => throw new InvalidOperationException());

    /// <summary>The members in source order, for loops that should not allocate.</summary>
    public ImmutableArray<T> Items { get; }

    public int Count => Items.Length;

    public T this[int index] => Items[index];

    /// <summary>The member of that name, or null.</summary>
    public T? this[string name] => _byName.GetValueOrDefault(name);

    public bool Contains(string name) => _byName.ContainsKey(name);

    public bool TryGet(string name, [MaybeNullWhen(false)] out T item) => _byName.TryGetValue(name, out item);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
