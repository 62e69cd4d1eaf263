using System.Text;
using AccountGraph.Messaging.Providers.Queue;

namespace AccountGraph.Messaging.Tests.Queue;

/// <summary>Makes text unreadable and binds it to its message; says "gone" when the key is turned.</summary>
internal sealed class ReversingProtector : IMessageProtector
{
    public string Key { get; set; } = "key 1";

    public string Protect(string text, string messageId) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Key}\n{messageId}\n{text}"));

    public string? Unprotect(string stored, string messageId)
    {
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(stored));
        var prefix = $"{Key}\n{messageId}\n";
        return text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;
    }
}
