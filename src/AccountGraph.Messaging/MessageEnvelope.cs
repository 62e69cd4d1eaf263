namespace AccountGraph.Messaging;

/// <summary>What the queue must know beside the message.</summary>
/// <param name="UsableUntil">End of the life of the code or link inside; past it the message is dropped, not
/// sent. Null when it never goes stale.</param>
public readonly record struct MessageEnvelope(string ProjectId, DateTimeOffset? UsableUntil = null);
