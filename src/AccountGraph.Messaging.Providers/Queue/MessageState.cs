namespace AccountGraph.Messaging.Providers.Queue;

/// <summary>The states of a queued message, as stored.</summary>
internal static class MessageState
{
    public const string Waiting = "waiting";
    public const string Sending = "sending";
    public const string Sent = "sent";
    public const string Dead = "dead";
}
