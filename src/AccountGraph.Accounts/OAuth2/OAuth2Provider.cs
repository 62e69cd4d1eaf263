namespace AccountGraph.Accounts.OAuth2;

/// <summary>A provider as data: where it answers, what it is asked and where its answers hold what. Addresses may
/// have placeholders: members of the configured secret, of the token reply, <c>appId</c> and <c>subject</c>.</summary>
public sealed record OAuth2Provider(string Key, string Authorization, string Token, string UserInfo)
{
    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string ScopeParameter { get; init; } = "scope";

    /// <summary>Further parameters of the authorisation request.</summary>
    public IReadOnlyDictionary<string, string> Asks { get; init; } = new Dictionary<string, string>();

    /// <summary>Further headers of the request for the user.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public ProviderQuirks Quirks { get; init; }

    /// <summary>Where a refresh token goes; the token address when absent.</summary>
    public string? Refresh { get; init; }

    /// <summary>A second address to ask, given as what follows the first one.</summary>
    public string? Second { get; init; }

    public string TokenScheme { get; init; } = "Bearer";

    public ProviderFields Fields { get; init; } = new("id", "email", ProviderFields.Vouched, "name");

    /// <summary>For answers that paths cannot describe.</summary>
    public Func<ProviderAnswers, ProviderUser>? Read { get; init; }

    /// <summary>The placeholder <c>subject</c> of the user's address.</summary>
    public Func<ProviderTokens, string>? Subject { get; init; }

    /// <summary>Members of the secret, where it is a JSON object; those with a default may be missing.</summary>
    public IReadOnlyDictionary<string, string?> SecretMembers { get; init; } = new Dictionary<string, string?>();

    /// <summary>Who signs the provider's id tokens, where they are read.</summary>
    public string? Issuer { get; init; }

    public string? Keys { get; init; }

    public bool Has(ProviderQuirks quirk) => (Quirks & quirk) != 0;
}
