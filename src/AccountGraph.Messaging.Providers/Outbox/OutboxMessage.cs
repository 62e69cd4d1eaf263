namespace AccountGraph.Messaging.Providers.Outbox;

/// <summary>A message as the mailbox page shows it.</summary>
/// <param name="Channel"><c>email</c> or <c>sms</c>.</param>
/// <param name="Subject">Empty for a text message.</param>
/// <param name="Html">Empty for a text message.</param>
public sealed record OutboxMessage(
    string Id,
    string Channel,
    string To,
    string Kind,
    string Subject,
    string Text,
    string Html,
    DateTimeOffset CreatedAt);
