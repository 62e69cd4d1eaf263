using System.Collections.Frozen;
using static AccountGraph.Accounts.OAuth2.ProviderFields;
using static AccountGraph.Accounts.OAuth2.ProviderQuirks;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>Every provider that the contract names, and figma. Keys are case-sensitive. Addresses are defaults:
/// settings replace them.</summary>
public static class ProviderCatalog
{
    private static readonly string[] OpenId = ["openid", "profile", "email"];
    private static readonly string[] OpenIdOffline = [.. OpenId, "offline_access"];
    private static readonly ProviderFields Claims = new("sub", "email", "email_verified", "name");

    public static IReadOnlyList<OAuth2Provider> All { get; } =
    [
        new("amazon", "https://www.amazon.com/ap/oa", "https://api.amazon.com/auth/o2/token",
            "https://api.amazon.com/user/profile")
        {
            Scopes = ["profile"],
            Fields = new("user_id", "email", Vouched, "name"),
        },
        new("apple", "https://appleid.apple.com/auth/authorize", "https://appleid.apple.com/auth/token", "")
        {
            Scopes = ["name", "email"],
            Asks = With("response_mode", "form_post"),
            Quirks = FormPost | UserInIdToken | SignedSecret,
            Fields = Claims,
            SecretMembers = Members(("p8", null), ("keyID", null), ("teamID", null)),
            Issuer = "https://appleid.apple.com",
            Keys = "https://appleid.apple.com/auth/keys",
        },
        new("auth0", "https://{auth0Domain}/authorize", "https://{auth0Domain}/oauth/token",
            "https://{auth0Domain}/userinfo")
        {
            Scopes = OpenIdOffline,
            Quirks = TokenScope,
            Fields = Claims,
            SecretMembers = Members(("clientSecret", null), ("auth0Domain", null)),
        },
        new("authentik", "https://{authentikDomain}/application/o/authorize",
            "https://{authentikDomain}/application/o/token/", "https://{authentikDomain}/application/o/userinfo/")
        {
            Scopes = OpenIdOffline,
            Quirks = TokenScope,
            Fields = Claims,
            SecretMembers = Members(("clientSecret", null), ("authentikDomain", null)),
        },
        new("autodesk", "https://developer.api.autodesk.com/authentication/v1/authorize",
            "https://developer.api.autodesk.com/authentication/v1/gettoken",
            "https://developer.api.autodesk.com/userprofile/v1/users/@me")
        {
            Scopes = ["user-profile:read"],
            Refresh = "https://developer.api.autodesk.com/authentication/v1/refreshtoken",
            Fields = new("userId", "emailId", "emailVerified", "userName"),
        },
        new("bitbucket", "https://bitbucket.org/site/oauth2/authorize",
            "https://bitbucket.org/site/oauth2/access_token", "https://api.bitbucket.org/2.0/user")
        {
            Second = "/emails",
            Quirks = ImpliedRedirect | NoRedirectUri,
            Read = ProviderReaders.Bitbucket,
        },
        new("bitly", "https://bitly.com/oauth/authorize", "https://api-ssl.bitly.com/oauth/access_token",
            "https://api-ssl.bitly.com/v4/user")
        {
            Read = ProviderReaders.Bitly,
        },
        new("box", "https://account.box.com/api/oauth2/authorize", "https://account.box.com/api/oauth2/token",
            "https://api.box.com/2.0/me")
        {
            Scopes = ["manage_app_users"],
            Quirks = TokenScope | CommaScopes,
            Fields = new("id", "login", Vouched, "name"),
        },
        new("dailymotion", "https://www.dailymotion.com/oauth/authorize", "https://api.dailymotion.com/oauth/token",
            "https://api.dailymotion.com/user/me?fields=email,id,fullname,verified")
        {
            Scopes = ["userinfo", "email"],
            Quirks = TokenScope,
            Fields = new("id", "email", "verified", "fullname"),
        },
        new("discord", "https://discordapp.com/api/oauth2/authorize", "https://discordapp.com/api/oauth2/token",
            "https://discordapp.com/api/users/@me")
        {
            Scopes = ["identify", "email"],
            Quirks = TokenScope,
            Fields = new("id", "email", "verified", "username"),
        },
        new("disqus", "https://disqus.com/api/oauth/2.0/authorize/", "https://disqus.com/api/oauth/2.0/access_token/",
            "https://disqus.com/api/3.0/users/details.json")
        {
            Scopes = ["read", "email"],
            Quirks = TokenScope | CommaScopes | CredentialsInQuery,
            Fields = new("response.id", "response.email", Never, "response.name"),
        },
        new("dropbox", "https://www.dropbox.com/oauth2/authorize", "https://api.dropboxapi.com/oauth2/token",
            "https://api.dropboxapi.com/2/users/get_current_account")
        {
            Quirks = UserByPost,
            Fields = new("account_id", "email", "email_verified", "name.display_name"),
        },
        new("etsy", "https://www.etsy.com/oauth/connect", "https://api.etsy.com/v3/public/oauth/token",
            "https://api.etsy.com/v3/application/users/{subject}")
        {
            Scopes = ["email_r", "profile_r"],
            Quirks = NoClientSecret,
            Headers = With("x-api-key", "{appId}"),
            // The access token begins with the user's id and a dot.
            Subject = static tokens => tokens.AccessToken.Reveal().Split('.')[0],
            Fields = new("user_id", "primary_email", Vouched, "login_name"),
        },
        new("facebook", "https://www.facebook.com/v2.8/dialog/oauth",
            "https://graph.facebook.com/v2.8/oauth/access_token",
            "https://graph.facebook.com/v2.8/me?fields=email,name")
        {
            Scopes = ["email"],
            Quirks = TokenByGet | NoGrantType,
        },
        new("github", "https://github.com/login/oauth/authorize", "https://github.com/login/oauth/access_token",
            "https://api.github.com/user")
        {
            Scopes = ["user:email"],
            Second = "/emails",
            TokenScheme = "token",
            Quirks = NoGrantType,
            Read = ProviderReaders.GitHub,
        },
        new("gitlab", "{endpoint}/oauth/authorize", "{endpoint}/oauth/token", "{endpoint}/api/v4/user")
        {
            Scopes = ["read_user"],
            Fields = new("id", "email", "confirmed_at", "name"),
            SecretMembers = Members(("clientSecret", null), ("endpoint", "https://gitlab.com")),
        },
        new("google", "https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token",
            "https://www.googleapis.com/oauth2/v3/userinfo")
        {
            Scopes =
            [
                "https://www.googleapis.com/auth/userinfo.email",
                "https://www.googleapis.com/auth/userinfo.profile",
                "openid",
            ],
            Fields = Claims,
        },
        new("linkedin", "https://www.linkedin.com/oauth/v2/authorization",
            "https://www.linkedin.com/oauth/v2/accessToken", "https://api.linkedin.com/v2/userinfo")
        {
            Scopes = OpenId,
            Quirks = NoPkce,
            Fields = Claims with { Name = "name|given_name+family_name" },
        },
        new("microsoft", "https://login.microsoftonline.com/{tenantID}/oauth2/v2.0/authorize",
            "https://login.microsoftonline.com/{tenantID}/oauth2/v2.0/token", "https://graph.microsoft.com/v1.0/me")
        {
            Scopes = ["offline_access", "user.read"],
            Asks = With("response_mode", "query"),
            Quirks = TokenScope,
            Read = ProviderReaders.Microsoft,
            SecretMembers = Members(("clientSecret", null), ("tenantID", "common")),
        },
        new("notion", "https://api.notion.com/v1/oauth/authorize", "https://api.notion.com/v1/oauth/token",
            "https://api.notion.com/v1/users/me")
        {
            Asks = With("owner", "user"),
            Headers = With("Notion-Version", "2021-08-16"),
            Quirks = Basic | JsonBody,
            Fields = new(
                "bot.owner.user.id", "bot.owner.user.person.email", Vouched, "bot.owner.user.name"),
        },
        new("oidc", "{authorizationEndpoint}", "{tokenEndpoint}", "{userinfoEndpoint}")
        {
            Scopes = OpenId,
            Quirks = TokenScope | Discovered,
            Fields = Claims,
            SecretMembers = Members(
                ("clientSecret", null),
                ("wellKnownEndpoint", ""),
                ("authorizationEndpoint", ""),
                ("tokenEndpoint", ""),
                ("userinfoEndpoint", "")),
        },
        new("okta", "https://{oktaDomain}/oauth2/{authorizationServerId}/v1/authorize",
            "https://{oktaDomain}/oauth2/{authorizationServerId}/v1/token",
            "https://{oktaDomain}/oauth2/{authorizationServerId}/v1/userinfo")
        {
            Scopes = OpenIdOffline,
            Quirks = TokenScope,
            Fields = Claims,
            SecretMembers = Members(
                ("clientSecret", null), ("oktaDomain", null), ("authorizationServerId", "default")),
        },
        PayPal("paypal", "https://www.paypal.com/connect/", "https://api.paypal.com/v1/"),
        PayPal("paypalSandbox", "https://www.sandbox.paypal.com/connect/", "https://api.sandbox.paypal.com/v1/"),
        new("podio", "https://podio.com/oauth/authorize", "https://api.podio.com/oauth/token",
            "https://api.podio.com/user")
        {
            Second = "/profile",
            Read = ProviderReaders.Podio,
        },
        new("salesforce", "https://login.salesforce.com/services/oauth2/authorize",
            "https://login.salesforce.com/services/oauth2/token",
            "https://login.salesforce.com/services/oauth2/userinfo")
        {
            Scopes = ["openid"],
            Quirks = Basic,
            Fields = Claims with { Id = "user_id" },
        },
        new("slack", "https://slack.com/oauth/v2/authorize", "https://slack.com/api/oauth.v2.access",
            "https://slack.com/api/users.identity")
        {
            Scopes = ["openid", "email", "profile"],
            ScopeParameter = "user_scope",
            Fields = new("user.id", "user.email", Vouched, "user.name"),
        },
        new("spotify", "https://accounts.spotify.com/authorize", "https://accounts.spotify.com/api/token",
            "https://api.spotify.com/v1/me")
        {
            Scopes = ["user-read-email"],
            Quirks = Basic,
            Fields = new("id", "email", Never, "display_name"),
        },
        new("stripe", "https://connect.stripe.com/oauth/authorize", "https://connect.stripe.com/oauth/token",
            "https://api.stripe.com/v1/accounts/{subject}")
        {
            Scopes = ["read_write"],
            // Refuses parameters that it does not know.
            Quirks = NoRedirectUri | NoClientId | NoPkce,
            Subject = static tokens => tokens.Member("stripe_user_id"),
        },
        Tradeshift("tradeshift", "https://api.tradeshift.com/tradeshift/"),
        Tradeshift("tradeshiftBox", "https://api-sandbox.tradeshift.com/tradeshift/"),
        new("twitch", "https://id.twitch.tv/oauth2/authorize", "https://id.twitch.tv/oauth2/token",
            "https://api.twitch.tv/helix/users")
        {
            Scopes = ["user:read:email"],
            Asks = With("force_verify", "1"),
            Headers = With("Client-Id", "{appId}"),
            Fields = new("data.0.id", "data.0.email", Vouched, "data.0.display_name"),
        },
        new("wordpress", "https://public-api.wordpress.com/oauth2/authorize",
            "https://public-api.wordpress.com/oauth2/token", "https://public-api.wordpress.com/rest/v1/me")
        {
            Scopes = ["auth"],
            Read = ProviderReaders.WordPress,
        },
        new("yahoo", "https://api.login.yahoo.com/oauth2/request_auth", "https://api.login.yahoo.com/oauth2/get_token",
            "https://api.login.yahoo.com/openid/v1/userinfo")
        {
            Scopes = ["sdct-r", "sdpp-w"],
            Quirks = Basic,
            Fields = new("sub", "email", Vouched, "name"),
        },
        new("yammer", "https://www.yammer.com/oauth2/oauth2/authorize", "https://www.yammer.com/oauth2/access_token",
            "https://www.yammer.com/api/v1/users/current.json")
        {
            Quirks = NoRedirectUri,
            Fields = new("id", "email", Vouched, "full_name"),
        },
        new("yandex", "https://oauth.yandex.com/authorize", "https://oauth.yandex.com/token",
            "https://login.yandex.ru/info?format=json")
        {
            TokenScheme = "OAuth",
            Quirks = Basic | ImpliedRedirect | NoRedirectUri,
            Fields = new("id", "default_email", Never, "display_name"),
        },
        new("zoho", "https://accounts.zoho.com/oauth/v2/auth", "https://accounts.zoho.com/oauth/v2/token", "")
        {
            Scopes = ["email", "profile"],
            Quirks = TokenScope | UserInIdToken,
            Fields = Claims,
            Issuer = "https://accounts.zoho.com",
            Keys = "https://accounts.zoho.com/oauth/v2/keys",
        },
        new("zoom", "https://zoom.us/oauth/authorize", "https://zoom.us/oauth/token", "https://api.zoom.us/v2/users/me")
        {
            Scopes = ["user_info:read"],
            Quirks = Basic,
            Fields = new("id", "email", "verified", "first_name+last_name"),
        },
        new("figma", "https://www.figma.com/oauth", "https://api.figma.com/v1/oauth/token",
            "https://api.figma.com/v1/me")
        {
            Scopes = ["current_user:read"],
            Quirks = Basic,
            Refresh = "https://api.figma.com/v1/oauth/refresh",
            Fields = new("id", "email", Vouched, "handle"),
        },
    ];

    private static FrozenDictionary<string, OAuth2Provider> ByKey { get; } =
        All.ToFrozenDictionary(provider => provider.Key, StringComparer.Ordinal);

    public static OAuth2Provider? Find(string key) => ByKey.GetValueOrDefault(key);

    private static OAuth2Provider PayPal(string key, string connect, string api) =>
        new(key, connect, api + "oauth2/token", api + "identity/oauth2/userinfo?schema=paypalv1.1")
        {
            Scopes = OpenId,
            Asks = With("flowEntry", "static"),
            Quirks = Basic | NoRedirectUri | LoopbackAddress,
            Read = ProviderReaders.PayPal,
        };

    private static OAuth2Provider Tradeshift(string key, string api) =>
        new(key, api + "auth/login", api + "auth/token", api + "rest/external/account/info/user")
        {
            Scopes = ["openid", "offline"],
            Quirks = Basic | LoopbackAddress,
            Fields = new("Id", "Username", Vouched, "FirstName+LastName"),
        };

    private static Dictionary<string, string> With(string name, string value) => new() { [name] = value };

    private static Dictionary<string, string?> Members(params (string Name, string? Default)[] members) =>
        members.ToDictionary(member => member.Name, member => member.Default);
}
