namespace AccountGraph.Messaging.Providers.Smtp;

public enum SmtpSecurity
{
    /// <summary>In the open and without signing in: for a relay on the same machine or network.</summary>
    None,

    /// <summary>Encrypted after the greeting; a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte, usually port 465.</summary>
    Tls,
}
