using System.Collections.Concurrent;
using System.Text.Json;

namespace AccountGraph.Conformance;

/// <summary>What the fields of one case share: its counters and its events.</summary>
internal sealed class CaseState(JsonElement events)
{
    private readonly ConcurrentDictionary<string, int> _counters = new();

    public JsonElement Events => events;

    /// <summary>1 at the first call with a name, then 2, and so on.</summary>
    public long Next(string name) => _counters.AddOrUpdate(name, 1, (_, count) => count + 1);
}
