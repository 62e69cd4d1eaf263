namespace AccountGraph.Messaging.Providers;

/// <summary>Settings of all text messages, section <c>Sms</c>.</summary>
public sealed class SmsOptions
{
    public const string Section = "Sms";

    public SmsProvider Provider { get; set; } = SmsProvider.Outbox;
}
