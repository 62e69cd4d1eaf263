namespace AccountGraph.Messaging.Providers.Queue;

/// <summary>Settings of the queue, section <c>Messages</c>.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Messages";

    /// <summary>Messages handed over at the same time, per channel.</summary>
    public int Concurrency { get; set; } = 8;

    /// <summary>With the back-off these are about a day; then the message is dead.</summary>
    public int MaxAttempts { get; set; } = 60;

    /// <summary>How soon a message of another process, or one that is due again, is noticed.</summary>
    public int PollSeconds { get; set; } = 2;

    public int SendTimeoutSeconds { get; set; } = 60;

    /// <summary>A message whose process ended while sending is taken up again after this time.</summary>
    public int LeaseSeconds { get; set; } = 180;

    /// <summary>How long a stop waits for messages that are being handed over.</summary>
    public int StopSeconds { get; set; } = 10;

    /// <summary>Dead messages are kept this long for inspection.</summary>
    public int DeadLetterDays { get; set; } = 14;
}
