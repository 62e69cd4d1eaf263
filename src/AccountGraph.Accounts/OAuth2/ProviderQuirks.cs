namespace AccountGraph.Accounts.OAuth2;

/// <summary>Where a provider departs from a form post with client id, secret, code, redirect URI, grant type and
/// PKCE verifier.</summary>
[Flags]
public enum ProviderQuirks
{
    None = 0,

    /// <summary>Client id and secret go into the header of HTTP basic authentication.</summary>
    Basic = 1,
    JsonBody = 1 << 1,

    /// <summary>The token is asked for by GET; there is no other way.</summary>
    TokenByGet = 1 << 2,
    NoClientSecret = 1 << 3,
    NoClientId = 1 << 4,

    /// <summary>No redirect URI in the token request.</summary>
    NoRedirectUri = 1 << 5,
    NoGrantType = 1 << 6,
    TokenScope = 1 << 7,
    CommaScopes = 1 << 8,

    /// <summary>Refuses the verifier of PKCE from clients that have a secret.</summary>
    NoPkce = 1 << 9,

    /// <summary>Comes back by a form post from another site.</summary>
    FormPost = 1 << 10,

    /// <summary>Does not take <c>localhost</c> in the redirect URI, only its address.</summary>
    LoopbackAddress = 1 << 11,

    /// <summary>The id token says who the user is; nothing else does.</summary>
    UserInIdToken = 1 << 12,
    UserByPost = 1 << 13,

    /// <summary>The user is asked for with the credentials in the query.</summary>
    CredentialsInQuery = 1 << 14,

    /// <summary>The addresses come from the provider's discovery document or from settings.</summary>
    Discovered = 1 << 15,

    /// <summary>The client secret is a token signed by the key in the settings.</summary>
    SignedSecret = 1 << 16,

    /// <summary>No redirect URI in the authorisation request either: the registered one counts.</summary>
    ImpliedRedirect = 1 << 17,
}
