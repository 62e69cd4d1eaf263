using System.Collections.Frozen;
using System.Text.Json;
using AccountGraph.Accounts.Identities;
using AccountGraph.Accounts.Logs;
using AccountGraph.Accounts.Mfa;
using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Tokens;
using AccountGraph.Accounts;
using AccountGraph.GraphQL.Execution;

namespace AccountGraph.Gateway.Operations;

/// <summary>Which property each field of the contract's types is read from.</summary>
internal static class ContractTypes
{
    private static readonly FrozenDictionary<Type, IContractType> ByView = All().ToFrozenDictionary(type => type.View);

    public static IEnumerable<IContractType> Types => ByView.Values;

    public static void Bind(ResolverMap map)
    {
        foreach (var type in ByView.Values) type.BindTo(map);
    }

    /// <summary>Writes a view as REST shows it.</summary>
    public static void Write(Utf8JsonWriter json, object view) => ByView[view.GetType()].Write(json, view);

    private static IContractType[] All() =>
    [
        new ContractType<AccountView>("User")
            .Text("_id", x => x.Id)
            .Text("_createdAt", x => x.CreatedAt)
            .Text("_updatedAt", x => x.UpdatedAt)
            .Text("name", x => x.Name)
            .GraphQLOnly("password", x => x.Password)
            .GraphQLOnly("hash", x => x.Hash)
            .GraphQLOnly("hashOptions", x => x.HashOptions)
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
            .Text("accessedAt", x => x.AccessedAt),
        new ContractType<PreferencesView>("Preferences")
            .Text("data", x => x.Data)
            .RestAsJson(x => x.Data),
        new ContractType<TargetView>("Target")
            .Text("_id", x => x.Id)
            .Text("_createdAt", x => x.CreatedAt)
            .Text("_updatedAt", x => x.UpdatedAt)
            .Text("name", x => x.Name)
            .Text("userId", x => x.UserId)
            .Text("providerId", x => x.ProviderId, isOptional: true)
            .Text("providerType", x => x.ProviderType)
            .Text("identifier", x => x.Identifier)
            .Flag("expired", x => x.Expired),
        new ContractType<SessionView>("Session")
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
            .Text("mfaUpdatedAt", x => x.MfaUpdatedAt),
        new ContractType<SessionListView>("SessionList")
            .Integer("total", x => x.Total)
            .List("sessions", x => x.Sessions),
        new ContractType<TokenView>("Token")
            .Text("_id", x => x.Id)
            .Text("_createdAt", x => x.CreatedAt)
            .Text("userId", x => x.UserId)
            .Text("secret", x => x.Secret)
            .Text("expire", x => x.Expire)
            .Text("phrase", x => x.Phrase),
        new ContractType<JwtView>("Jwt")
            .Text("jwt", x => x.Jwt),
        new ContractType<LogView>("Log")
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
            .Text("countryName", x => x.CountryName),
        new ContractType<LogListView>("LogList")
            .Integer("total", x => x.Total)
            .List("logs", x => x.Logs),
        new ContractType<IdentityView>("Identity")
            .Text("_id", x => x.Id)
            .Text("_createdAt", x => x.CreatedAt)
            .Text("_updatedAt", x => x.UpdatedAt)
            .Text("userId", x => x.UserId)
            .Text("provider", x => x.Provider)
            .Text("providerUid", x => x.ProviderUid)
            .Text("providerEmail", x => x.ProviderEmail)
            .Text("providerAccessToken", x => x.ProviderAccessToken)
            .Text("providerAccessTokenExpiry", x => x.ProviderAccessTokenExpiry)
            .Text("providerRefreshToken", x => x.ProviderRefreshToken),
        new ContractType<IdentityListView>("IdentityList")
            .Integer("total", x => x.Total)
            .List("identities", x => x.Identities),
        new ContractType<MfaTypeView>("MfaType")
            .Text("secret", x => x.Secret)
            .Text("uri", x => x.Uri),
        new ContractType<MfaChallengeView>("MfaChallenge")
            .Text("_id", x => x.Id)
            .Text("_createdAt", x => x.CreatedAt)
            .Text("userId", x => x.UserId)
            .Text("expire", x => x.Expire),
        new ContractType<MfaFactorsView>("MfaFactors")
            .Flag("totp", x => x.Totp)
            .Flag("phone", x => x.Phone)
            .Flag("email", x => x.Email)
            .Flag("recoveryCode", x => x.RecoveryCode),
        new ContractType<RecoveryCodesView>("MfaRecoveryCodes")
            .Texts("recoveryCodes", x => x.RecoveryCodes),
        new ContractType<Done>("None")
            .Text("status", _ => "OK"),
    ];
}
