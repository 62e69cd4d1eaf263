namespace AccountGraph.Storage;

public enum WriteOutcome
{
    Written,

    /// <summary>A unique index, or the id, is taken by another document. Nothing was written.</summary>
    KeyTaken,

    /// <summary>No document with that id, or the guard of an update did not hold. Nothing was written.</summary>
    Missing,

    /// <summary>The document has another version than the one replaced. Nothing was written.</summary>
    VersionMoved,
}
