using System.Diagnostics.CodeAnalysis;

namespace AccountGraph.Accounts.Mfa;

/// <summary>A new authenticator's seed, shown this once.</summary>
[SuppressMessage("Design", "CA1054", Justification = "It is shown and drawn, never followed.")]
[SuppressMessage("Design", "CA1056", Justification = "It is shown and drawn, never followed.")]
public sealed class MfaTypeView(string secret, string uri)
{
    public string Secret { get; } = secret;

    public string Uri { get; } = uri;
}
