using AccountGraph.Accounts;
using AccountGraph.Accounts.Identities;
using AccountGraph.Accounts.Logs;
using AccountGraph.Accounts.Mfa;
using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Tokens;
using AccountGraph.GraphQL.Execution;

namespace AccountGraph.Gateway.Operations;

/// <summary>Which property each field of the contract's types is read from.</summary>
internal static class ContractTypes
{
    public static void Bind(ResolverMap map)
    {
        map.Object<AccountView>("User", user => user
            .Text("_id", x => x.Id)
            .Text("_createdAt", x => x.CreatedAt)
            .Text("_updatedAt", x => x.UpdatedAt)
            .Text("name", x => x.Name)
            .Text("password", x => x.Password)
            .Text("hash", x => x.Hash)
            .Text("hashOptions", x => x.HashOptions)
            .Text("registration", x => x.Registration)
            .Flag("status", x => x.Status)
            .Texts("labels", x => x.Labels)
            .Text("passwordUpdate", x => x.PasswordUpdate)
            .Text("email", x => x.Email)
            .Text("phone", x => x.Phone)
            .Flag("emailVerification", x => x.EmailVerification)
            .Flag("phoneVerification", x => x.PhoneVerification)
            .Flag("mfa", x => x.Mfa)
            .Object("prefs", x => x.Prefs)
            .List("targets", x => x.Targets)
            .Text("accessedAt", x => x.AccessedAt));
        map.Object<PreferencesView>("Preferences", prefs => prefs.Text("data", x => x.Data));
        map.Object<TargetView>("Target", target => target
            .Text("_id", x => x.Id)
            .Text("_createdAt", x => x.CreatedAt)
            .Text("_updatedAt", x => x.UpdatedAt)
            .Text("name", x => x.Name)
            .Text("userId", x => x.UserId)
            .Text("providerId", x => x.ProviderId)
            .Text("providerType", x => x.ProviderType)
            .Text("identifier", x => x.Identifier)
            .Flag("expired", x => x.Expired));
        BindSessions(map);
        BindLogs(map);
        map.Object<TokenView>("Token", token => token
            .Text("_id", x => x.Id)
            .Text("_createdAt", x => x.CreatedAt)
            .Text("userId", x => x.UserId)
            .Text("secret", x => x.Secret)
            .Text("expire", x => x.Expire)
            .Text("phrase", x => x.Phrase));
        map.Object<JwtView>("Jwt", jwt => jwt.Text("jwt", x => x.Jwt));
        BindIdentities(map);
        BindMfa(map);
        map.Object<Done>("None", none => none.Text("status", _ => "OK"));
    }

    private static void BindSessions(ResolverMap map)
    {
        map.Object<SessionView>("Session", session => session
            .Text("_id", x => x.Id)
            .Text("_createdAt", x => x.CreatedAt)
            .Text("_updatedAt", x => x.UpdatedAt)
            .Text("userId", x => x.UserId)
            .Text("expire", x => x.Expire)
            .Text("provider", x => x.Provider)
            .Text("providerUid", x => x.ProviderUid)
            .Text("providerAccessToken", x => x.ProviderAccessToken)
            .Text("providerAccessTokenExpiry", x => x.ProviderAccessTokenExpiry)
            .Text("providerRefreshToken", x => x.ProviderRefreshToken)
            .Text("ip", x => x.Ip)
            .Text("osCode", x => x.OsCode)
            .Text("osName", x => x.OsName)
            .Text("osVersion", x => x.OsVersion)
            .Text("clientType", x => x.ClientType)
            .Text("clientCode", x => x.ClientCode)
            .Text("clientName", x => x.ClientName)
            .Text("clientVersion", x => x.ClientVersion)
            .Text("clientEngine", x => x.ClientEngine)
            .Text("clientEngineVersion", x => x.ClientEngineVersion)
            .Text("deviceName", x => x.DeviceName)
            .Text("deviceBrand", x => x.DeviceBrand)
            .Text("deviceModel", x => x.DeviceModel)
            .Text("countryCode", x => x.CountryCode)
            .Text("countryName", x => x.CountryName)
            .Flag("current", x => x.Current)
            .Texts("factors", x => x.Factors)
            .Text("secret", x => x.Secret)
            .Text("mfaUpdatedAt", x => x.MfaUpdatedAt));
        map.Object<SessionListView>("SessionList", list => list
            .Integer("total", x => x.Total)
            .List("sessions", x => x.Sessions));
    }

    private static void BindIdentities(ResolverMap map)
    {
        map.Object<IdentityView>("Identity", identity => identity
            .Text("_id", x => x.Id)
            .Text("_createdAt", x => x.CreatedAt)
            .Text("_updatedAt", x => x.UpdatedAt)
            .Text("userId", x => x.UserId)
            .Text("provider", x => x.Provider)
            .Text("providerUid", x => x.ProviderUid)
            .Text("providerEmail", x => x.ProviderEmail)
            .Text("providerAccessToken", x => x.ProviderAccessToken)
            .Text("providerAccessTokenExpiry", x => x.ProviderAccessTokenExpiry)
            .Text("providerRefreshToken", x => x.ProviderRefreshToken));
        map.Object<IdentityListView>("IdentityList", list => list
            .Integer("total", x => x.Total)
            .List("identities", x => x.Identities));
    }

    private static void BindMfa(ResolverMap map)
    {
        map.Object<MfaTypeView>("MfaType", type => type
            .Text("secret", x => x.Secret)
            .Text("uri", x => x.Uri));
        map.Object<MfaChallengeView>("MfaChallenge", challenge => challenge
            .Text("_id", x => x.Id)
            .Text("_createdAt", x => x.CreatedAt)
            .Text("userId", x => x.UserId)
            .Text("expire", x => x.Expire));
        map.Object<MfaFactorsView>("MfaFactors", factors => factors
            .Flag("totp", x => x.Totp)
            .Flag("phone", x => x.Phone)
            .Flag("email", x => x.Email)
            .Flag("recoveryCode", x => x.RecoveryCode));
        map.Object<RecoveryCodesView>("MfaRecoveryCodes", codes => codes.Texts("recoveryCodes", x => x.RecoveryCodes));
    }

    private static void BindLogs(ResolverMap map)
    {
        map.Object<LogView>("Log", log => log
            .Text("event", x => x.Event)
            .Text("userId", x => x.UserId)
            .Text("userEmail", x => x.UserEmail)
            .Text("userName", x => x.UserName)
            .Text("mode", x => x.Mode)
            .Text("ip", x => x.Ip)
            .Text("time", x => x.Time)
            .Text("osCode", x => x.OsCode)
            .Text("osName", x => x.OsName)
            .Text("osVersion", x => x.OsVersion)
            .Text("clientType", x => x.ClientType)
            .Text("clientCode", x => x.ClientCode)
            .Text("clientName", x => x.ClientName)
            .Text("clientVersion", x => x.ClientVersion)
            .Text("clientEngine", x => x.ClientEngine)
            .Text("clientEngineVersion", x => x.ClientEngineVersion)
            .Text("deviceName", x => x.DeviceName)
            .Text("deviceBrand", x => x.DeviceBrand)
            .Text("deviceModel", x => x.DeviceModel)
            .Text("countryCode", x => x.CountryCode)
            .Text("countryName", x => x.CountryName));
        map.Object<LogListView>("LogList", list => list
            .Integer("total", x => x.Total)
            .List("logs", x => x.Logs));
    }
}
