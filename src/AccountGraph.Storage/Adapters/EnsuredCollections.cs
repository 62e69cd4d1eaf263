using System.Collections.Concurrent;

namespace AccountGraph.Storage.Adapters;

/// <summary>What an adapter prepared for each collection when it was ensured.</summary>
public sealed class EnsuredCollections<T>
{
    private readonly ConcurrentDictionary<string, T> _prepared = new();

    public IEnumerable<T> All => _prepared.Values;

    /// <exception cref="InvalidOperationException">The collection was not ensured.</exception>
    public T this[CollectionDefinition collection] =>
        _prepared.TryGetValue(collection.Name, out var prepared)
            ? prepared
            : throw new InvalidOperationException($"The collection '{collection.Name}' was not ensured.");

    public void Add(CollectionDefinition collection, T prepared) => _prepared[collection.Name] = prepared;
}
