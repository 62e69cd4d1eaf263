namespace AccountGraph.Messaging;

/// <summary>A text message ready to be sent.</summary>
/// <param name="To">E.164 number with its plus sign.</param>
/// <param name="Kind">Template it was made from, such as <c>login</c>.</param>
public sealed record SmsMessage(string To, string Kind, string Text)
{
    /// <summary>Given by the queue and the same on every attempt, so that a repeat can be recognised.</summary>
    public string? Id { get; init; }

    /// <summary>When the queue took it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
