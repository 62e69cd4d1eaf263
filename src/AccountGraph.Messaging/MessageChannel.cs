namespace AccountGraph.Messaging;

public enum MessageChannel
{
    Email,
    Sms,
}
