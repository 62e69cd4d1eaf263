using AccountGraph.Storage;

namespace AccountGraph.Accounts.Mfa;

/// <summary>An authenticator app of a user.</summary>
public sealed class Authenticator
{
    internal Authenticator(Document document)
    {
        Key = document.Id;
        UserKey = document.Text(AuthenticatorDocuments.UserKey)!;
        Seed = document.Text(AuthenticatorDocuments.Seed)!;
        IsVerified = document.Flag(AuthenticatorDocuments.Verified);
        LastStep = document.Integer(AuthenticatorDocuments.LastStep);
    }

    public string Key { get; }

    public string UserKey { get; }

    /// <summary>Sealed.</summary>
    public string Seed { get; }

    public bool IsVerified { get; }

    /// <summary>The last time step whose code was accepted.</summary>
    public long LastStep { get; }
}
