namespace AccountGraph.Messaging.Providers.Smtp;

/// <summary>The other side does not speak SMTP. Never leaves <see cref="SmtpEmailSender"/>.</summary>
internal sealed class SmtpProtocolException(string message) : IOException(message);
