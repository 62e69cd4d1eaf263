namespace AccountGraph.Accounts.Queries;

internal enum AttributeKind
{
    Text,

    /// <summary>Written as date-time text.</summary>
    Instant,
}
