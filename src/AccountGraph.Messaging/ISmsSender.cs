namespace AccountGraph.Messaging;

public interface ISmsSender
{
    /// <summary>Hands one text message to the provider. Does not throw for what a provider can answer.</summary>
    ValueTask<SendOutcome> SendAsync(SmsMessage message, CancellationToken cancellation);
}
