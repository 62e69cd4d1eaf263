namespace AccountGraph.Storage;

/// <summary>An index over top-level fields, in order.</summary>
/// <param name="Unique">Two documents never hold the same values. The fields are mandatory, unless the index is
/// optional.</param>
/// <param name="Optional">Documents without the field are outside the index; only for one field.</param>
/// <param name="Expires">Documents may be removed once the instant in its one field is past. Housekeeping
/// only: queries must compare the time themselves.</param>
public sealed record IndexDefinition(
    string Name,
    IReadOnlyList<string> Fields,
    bool Unique = false,
    bool Optional = false,
    bool Expires = false);
