namespace AccountGraph.Accounts;

/// <summary>A failure that callers can expect. Type and code are the published contract; the message is not.</summary>
public sealed record AccountError(string Type, int Code, string Message)
{
    /// <summary>Set when trying again later may help.</summary>
    public int? RetryAfterSeconds { get; init; }
}
