namespace AccountGraph.Messaging.Providers.Queue;

/// <summary>A message that this process alone may hand over, until its lease ends.</summary>
/// <param name="Attempt">1 for the first.</param>
/// <param name="Body">Null when it cannot be decrypted.</param>
internal sealed record ClaimedMessage(
    string Id,
    MessageChannel Channel,
    string To,
    string Kind,
    long Attempt,
    DateTimeOffset CreatedAt,
    DateTimeOffset? UsableUntil,
    MessageBody? Body);
