namespace AccountGraph.Messaging.Tests.Smtp;

/// <summary>A mail as the receiving server understood it.</summary>
internal sealed record ReceivedMail(
    string Client,
    string? User,
    bool IsEncrypted,
    string Sender,
    IReadOnlyList<string> Recipients,
    ReceivedMail.Party From,
    IReadOnlyList<ReceivedMail.Party> To,
    string Subject,
    string MessageId,
    DateTimeOffset Date,
    string Text,
    string Html,
    string Raw)
{
    internal sealed record Party(string Address, string Name);
}
