namespace AccountGraph.GraphQL.Validation;

/// <summary>How much is told about an invalid document.</summary>
public sealed record ValidationOptions
{
    public static ValidationOptions Default { get; } = new();

    /// <summary>Checking ends with this many errors, so that a small document cannot force a giant answer.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>
    /// Whether messages propose names from the schema that are similar to an unknown one. Off where introspection
    /// is off, since proposals tell about the schema too.
    /// </summary>
    public bool SuggestsNames { get; init; } = true;
}
