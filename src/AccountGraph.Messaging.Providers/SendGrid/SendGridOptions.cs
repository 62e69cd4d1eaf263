namespace AccountGraph.Messaging.Providers.SendGrid;

/// <summary>Settings of SendGrid, section <c>Email:SendGrid</c>.</summary>
public sealed class SendGridOptions
{
    public const string Section = "Email:SendGrid";

    public string ApiKey { get; set; } = "";

    /// <summary><c>https://api.eu.sendgrid.com</c> for accounts kept in the EU.</summary>
    public Uri BaseAddress { get; set; } = new("https://api.sendgrid.com");

    public int TimeoutSeconds { get; set; } = 20;
}
