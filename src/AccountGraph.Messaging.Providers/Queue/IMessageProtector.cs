namespace AccountGraph.Messaging.Providers.Queue;

/// <summary>Encrypts what waits in the queue: bodies hold live codes and links, and a copy of the database must
/// not be a way into accounts. Authenticated; the message id is bound in, so bodies cannot be exchanged.</summary>
public interface IMessageProtector
{
    string Protect(string text, string messageId);

    /// <summary>Null when the text was not made for this message, or by a key that is gone.</summary>
    string? Unprotect(string stored, string messageId);
}
