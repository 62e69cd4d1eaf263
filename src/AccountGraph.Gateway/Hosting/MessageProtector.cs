using AccountGraph.Accounts.Security;
using AccountGraph.Messaging.Providers.Queue;

namespace AccountGraph.Gateway.Hosting;

/// <summary>Seals waiting messages with the server's key: their codes and links are ways into accounts.</summary>
internal sealed class MessageProtector(SecretBox box) : IMessageProtector
{
    private const string Purpose = "queued message";

    public string Protect(string text, string messageId) => box.Seal(new Secret(text), Purpose, messageId);

    public string? Unprotect(string stored, string messageId) => box.Open(stored, Purpose, messageId)?.Reveal();
}
