namespace AccountGraph.Messaging;

public interface IEmailSender
{
    /// <summary>Hands one mail to the provider. Does not throw for what a provider can answer.</summary>
    ValueTask<SendOutcome> SendAsync(EmailMessage message, CancellationToken cancellation);
}
