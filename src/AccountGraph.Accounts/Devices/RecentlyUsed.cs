using System.Diagnostics.CodeAnalysis;

namespace AccountGraph.Accounts.Devices;

/// <summary>Keeps a fixed number of values and forgets the one that was not asked for longest.</summary>
internal sealed class RecentlyUsed<TValue>(int capacity)
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly LinkedList<(string Key, TValue Value)> _order = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, TValue Value)>> _nodes =
        new(StringComparer.Ordinal);

    public int Count
    {
        get
        {
            lock (_lock) return _nodes.Count;
        }
    }

    public bool TryGet(string key, [NotNullWhen(true)] out TValue? value)
    {
        lock (_lock)
        {
            value = null;
            if (!_nodes.TryGetValue(key, out var node)) return false;
            _order.Remove(node);
            _order.AddFirst(node);
            value = node.Value.Value;
            return true;
        }
    }

    public void Add(string key, TValue value)
    {
        lock (_lock)
        {
            if (_nodes.Remove(key, out var old)) _order.Remove(old);
            _nodes[key] = _order.AddFirst((key, value));
            if (_nodes.Count <= capacity) return;
            _nodes.Remove(_order.Last!.Value.Key);
            _order.RemoveLast();
        }
    }
}
