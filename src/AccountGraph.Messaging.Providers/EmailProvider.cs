namespace AccountGraph.Messaging.Providers;

public enum EmailProvider
{
    Outbox,
    Smtp,
    SendGrid,
}
