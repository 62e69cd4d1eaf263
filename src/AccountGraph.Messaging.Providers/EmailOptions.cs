namespace AccountGraph.Messaging.Providers;

/// <summary>Settings of all mail, section <c>Email</c>.</summary>
public sealed class EmailOptions
{
    public const string Section = "Email";

    public EmailProvider Provider { get; set; } = EmailProvider.Outbox;

    /// <summary><c>address</c> or <c>Name &lt;address&gt;</c>.</summary>
    public string From { get; set; } = "AccountGraph <no-reply@localhost>";

    /// <summary>Holds a folder per project with its own templates.</summary>
    public string? TemplatesFolder { get; set; }
}
