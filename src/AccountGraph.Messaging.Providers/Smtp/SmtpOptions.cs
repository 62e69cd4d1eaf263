namespace AccountGraph.Messaging.Providers.Smtp;

/// <summary>Settings of the mail server, section <c>Email:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    public const string Section = "Email:Smtp";

    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>Empty when the server asks for no sign-in.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>For one mail, from connecting to the server's last answer.</summary>
    public int TimeoutSeconds { get; set; } = 45;
}
