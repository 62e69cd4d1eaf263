namespace AccountGraph.Messaging.Providers.Outbox;

/// <summary>The mailbox page, to be served in development only. It asks for <c>mailbox/mailbox.css</c>,
/// <c>mailbox/mailbox.js</c> and <c>mailbox/messages</c> beside itself and for nothing else.</summary>
public static class MailboxPage
{
    /// <summary>The mail in the preview inherits this policy, and mails are styled inline; scripts come from here
    /// alone, and the preview's frame runs none.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static ReadOnlyMemory<byte> Html { get; } = Read("mailbox.html");

    public static ReadOnlyMemory<byte> Style { get; } = Read("mailbox.css");

    public static ReadOnlyMemory<byte> Script { get; } = Read("mailbox.js");

    private static byte[] Read(string name)
    {
        using var resource = typeof(MailboxPage).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
