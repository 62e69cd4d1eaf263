namespace AccountGraph.Messaging.Providers.Queue;

/// <summary>The part of a message that is encrypted while it waits.</summary>
internal sealed record MessageBody(string Text, string? ToName = null, string? Subject = null, string? Html = null);
