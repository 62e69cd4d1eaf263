namespace AccountGraph.Messaging.Providers;

public enum SmsProvider
{
    Outbox,
    Vonage,
}
