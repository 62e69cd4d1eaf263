namespace AccountGraph.Accounts.Devices;

/// <summary>Names with a short code each, found in any case of letters.</summary>
internal sealed class CodedNames
{
    private const string UnknownCode = "UNK";

    private readonly Dictionary<string, (string Name, string Code)> _known = new(StringComparer.OrdinalIgnoreCase);

    public CodedNames(IReadOnlyDictionary<string, string> codes)
    {
        foreach (var (name, code) in codes) _known.TryAdd(name, (name, code));
    }

    public (string Name, string Code) Find(string name) => _known.GetValueOrDefault(name, (name, UnknownCode));
}
