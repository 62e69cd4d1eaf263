namespace AccountGraph.Messaging;

/// <summary>A mail ready to be sent.</summary>
/// <param name="Kind">Template it was made from, such as <c>verification</c>.</param>
public sealed record EmailMessage(string To, string? ToName, string Kind, string Subject, string Text, string Html)
{
    /// <summary>Given by the queue and the same on every attempt, so that a repeat can be recognised.</summary>
    public string? Id { get; init; }

    /// <summary>When the queue took it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
