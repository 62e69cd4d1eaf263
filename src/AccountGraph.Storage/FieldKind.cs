namespace AccountGraph.Storage;

/// <summary>The one type that a field has in every document of its collection, enforced on values and filters.
/// </summary>
public enum FieldKind
{
    Text,

    /// <summary>64-bit.</summary>
    Integer,
    Flag,

    /// <summary>An <see cref="Storage.Instant"/>.</summary>
    Instant,

    /// <summary>A list of strings; stored and read whole, not searchable.</summary>
    Texts,
}
