using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Identities;

/// <summary>Seals the tokens of OAuth2 providers, which open accounts elsewhere.</summary>
public sealed class ProviderTokenBox(SecretBox box)
{
    private const string Purpose = "provider token";

    public string Seal(Secret token, string userKey) => box.Seal(token, Purpose, userKey);

    /// <summary>In clear, for their owner; empty when there is none or it cannot be opened any more.</summary>
    public string Open(string? sealedToken, string userKey) =>
        sealedToken is null ? "" : box.Open(sealedToken, Purpose, userKey)?.Reveal() ?? "";
}
