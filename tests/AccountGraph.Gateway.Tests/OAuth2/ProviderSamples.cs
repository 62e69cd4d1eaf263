using System.Security.Cryptography;
using System.Text.Json;

namespace AccountGraph.Gateway.Tests.OAuth2;

/// <summary>One answer of each provider of the catalogue. <c>@@</c> is the address.</summary>
public static class ProviderSamples
{
    private const string OpenId = """{"sub":"4711","email":"@@","email_verified":true,"name":"Ada Lovelace"}""";

    private static readonly ProviderSample[] Written =
    [
        new("amazon", """{"user_id":"4711","email":"@@","name":"Ada Lovelace","postal_code":"12345"}"""),
        new("apple", """{"sub":"4711","email":"@@","email_verified":"true","is_private_email":"false"}""")
        {
            Secret = AppleSecret(),
            Name = "",
        },
        new("auth0", OpenId) { Secret = """{"clientSecret":"app-secret","auth0Domain":"shop.eu.auth0.com"}""" },
        new("authentik", OpenId) { Secret = """{"clientSecret":"app-secret","authentikDomain":"id.example.com"}""" },
        new("autodesk", """{"userId":"4711","userName":"Ada Lovelace","emailId":"@@","emailVerified":true}"""),
        new("bitbucket", """{"uuid":"4711","display_name":"Ada Lovelace","username":"ada"}""")
        {
            Second = """
                {"values":[{"email":"old@example.com","is_confirmed":false,"is_primary":true},
                {"email":"@@","is_confirmed":true,"is_primary":false}]}
                """,
        },
        new("bitly", """
            {"login":"4711","name":"Ada Lovelace","emails":[{"email":"old@example.com","is_verified":false},
            {"email":"@@","is_primary":true,"is_verified":true}]}
            """),
        new("box", """{"type":"user","id":"4711","name":"Ada Lovelace","login":"@@"}"""),
        new("dailymotion", """{"id":"4711","email":"@@","fullname":"Ada Lovelace","verified":true}"""),
        new("discord", """{"id":"4711","username":"Ada Lovelace","email":"@@","verified":true,"mfa_enabled":false}"""),
        new("disqus", """{"code":0,"response":{"id":"4711","name":"Ada Lovelace","email":"@@"}}""")
        {
            IsVerified = false,
        },
        new("dropbox", """
            {"account_id":"4711","name":{"given_name":"Ada","display_name":"Ada Lovelace"},
            "email":"@@","email_verified":true,"disabled":false}
            """),
        new("etsy", """{"user_id":4711,"primary_email":"@@","login_name":"Ada Lovelace"}"""),
        new("facebook", """{"id":"4711","name":"Ada Lovelace","email":"@@"}"""),
        new("github", """{"login":"ada","id":4711,"name":"Ada Lovelace","email":null}""")
        {
            Second = """
                [{"email":"old@example.com","primary":false,"verified":true},
                {"email":"@@","primary":true,"verified":true},
                {"email":"new@example.com","primary":false,"verified":false}]
                """,
        },
        new("gitlab", """
            {"id":4711,"username":"ada","name":"Ada Lovelace","email":"@@","confirmed_at":"2026-01-01T00:00:00Z"}
            """)
        {
            Secret = """{"clientSecret":"app-secret","endpoint":"https://gitlab.example.com"}""",
        },
        new("google", OpenId),
        new("linkedin", """
            {"sub":"4711","email":"@@","email_verified":true,"given_name":"Ada","family_name":"Lovelace"}
            """),
        new("microsoft", """
            {"id":"4711","displayName":"Ada Lovelace","userPrincipalName":"@@","mail":"other@example.com"}
            """)
        {
            Secret = """{"clientSecret":"app-secret","tenantID":"shop"}""",
        },
        new("notion", """
            {"object":"user","type":"bot","bot":{"owner":{"type":"user","user":{"id":"4711",
            "name":"Ada Lovelace","type":"person","person":{"email":"@@"}}}}}
            """),
        new("oidc", OpenId) { Secret = """{"clientSecret":"app-secret"}""" },
        new("okta", OpenId)
        {
            Secret = """{"clientSecret":"app-secret","oktaDomain":"shop.okta.com","authorizationServerId":"main"}""",
        },
        PayPal("paypal"),
        PayPal("paypalSandbox"),
        new("podio", """
            {"user_id":4711,"mail":"@@","mails":[{"mail":"old@example.com","verified":true},
            {"mail":"@@","verified":true,"primary":true}]}
            """)
        {
            Second = """{"profile_id":7,"name":"Ada Lovelace"}""",
        },
        new("salesforce", """{"user_id":"4711","email":"@@","email_verified":true,"name":"Ada Lovelace"}"""),
        new("slack", """
            {"ok":true,"user":{"id":"4711","name":"Ada Lovelace","email":"@@"},"team":{"id":"T1"}}
            """)
        {
            TokenReply = """
                {"ok":true,"access_token":null,"authed_user":{"id":"4711",
                "access_token":"4711.access-token-of-the-provider","refresh_token":"refresh-token-of-the-provider"}}
                """,
        },
        new("spotify", """{"id":"4711","display_name":"Ada Lovelace","email":"@@","country":"GB"}""")
        {
            IsVerified = false,
        },
        new("stripe", """{"id":"4711","object":"account","email":"@@","name":"Ada Lovelace"}""")
        {
            TokenReply = """{"stripe_user_id":"acct_4711","livemode":false}""",
        },
        Tradeshift("tradeshift"),
        Tradeshift("tradeshiftBox"),
        new("twitch", """{"data":[{"id":"4711","login":"ada","display_name":"Ada Lovelace","email":"@@"}]}"""),
        new("wordpress", """
            {"ID":4711,"username":"Ada Lovelace","email":"@@","verified":true,"email_verified":true}
            """),
        new("yahoo", """{"sub":"4711","name":"Ada Lovelace","email":"@@"}"""),
        new("yammer", """{"type":"user","id":4711,"full_name":"Ada Lovelace","email":"@@"}"""),
        new("yandex", """{"id":"4711","login":"ada","display_name":"Ada Lovelace","default_email":"@@"}""")
        {
            IsVerified = false,
        },
        new("zoho", OpenId),
        new("zoom", """{"id":"4711","first_name":"Ada","last_name":"Lovelace","email":"@@","verified":1}"""),
        new("figma", """{"id":"4711","handle":"Ada Lovelace","email":"@@","img_url":"https://example.com/a.png"}"""),
    ];

    public static IReadOnlyList<ProviderSample> All { get; } =
    [
        .. Written.Select(sample => sample with
        {
            User = sample.User.Replace("@@", sample.Email, StringComparison.Ordinal),
            Second = sample.Second.Replace("@@", sample.Email, StringComparison.Ordinal),
        }),
    ];

    private static ProviderSample PayPal(string key) => new(key, """
        {"user_id":"https://www.paypal.com/webapps/auth/identity/user/x","payer_id":"4711","name":"Ada Lovelace",
        "verified_account":"true","emails":[{"value":"@@","primary":true,"confirmed":true}]}
        """);

    private static ProviderSample Tradeshift(string key) =>
        new(key, """{"Id":"4711","Username":"@@","FirstName":"Ada","LastName":"Lovelace","State":"ACTIVE"}""");

    private static string AppleSecret()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return JsonSerializer.Serialize(new { p8 = key.ExportPkcs8PrivateKeyPem(), keyID = "KEY1", teamID = "TEAM1" });
    }
}
