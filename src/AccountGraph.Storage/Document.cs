namespace AccountGraph.Storage;

/// <summary>A stored document: an immutable id, a version that every write raises, and flat typed fields.
/// An absent field is the only form of "no value": null is never stored.</summary>
/// <remarks>Immutable, so stores may hand the same instance to many callers.</remarks>
public sealed class Document(string id, long version, IReadOnlyDictionary<string, object> fields)
{
    private object? _mapped;

    public string Id { get; } = id;

    /// <summary>1 after the insert, one more after each write.</summary>
    public long Version { get; } = version;

    /// <summary>Values are <see cref="string"/>, <see cref="long"/>, <see cref="bool"/>, <see cref="Instant"/> or
    /// <see cref="IReadOnlyList{T}"/> of string, as the collection declares.</summary>
    public IReadOnlyDictionary<string, object> Fields { get; } = fields;

    public string? Text(string field) => Fields.GetValueOrDefault(field) as string;

    public long Integer(string field, long absent = 0) =>
        Fields.GetValueOrDefault(field) is long value ? value : absent;

    public bool Flag(string field) => Fields.GetValueOrDefault(field) is true;

    public Instant? Time(string field) => Fields.GetValueOrDefault(field) is Instant value ? value : null;

    public IReadOnlyList<string> Texts(string field) =>
        Fields.GetValueOrDefault(field) as IReadOnlyList<string> ?? [];

    /// <summary>The document as a domain object, made once per instance: a store that caches documents
    /// thereby caches what they mean. Every caller must pass a pure mapping to the same type.</summary>
    public T As<T>(Func<Document, T> map)
        where T : class
    {
        if (Volatile.Read(ref _mapped) is T mapped) return mapped;
        mapped = map(this);
        Volatile.Write(ref _mapped, mapped);
        return mapped;
    }
}
