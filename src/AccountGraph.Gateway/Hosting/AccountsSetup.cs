using AccountGraph.Accounts.Devices;
using AccountGraph.Accounts.Identities;
using AccountGraph.Accounts.Limits;
using AccountGraph.Accounts.Logs;
using AccountGraph.Accounts.Messages;
using AccountGraph.Accounts.Mfa;
using AccountGraph.Accounts.OAuth2;
using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Tokens;
using AccountGraph.Accounts.Users;
using AccountGraph.Accounts.Verification;

namespace AccountGraph.Gateway.Hosting;

internal static class AccountsSetup
{
    /// <summary>What handlers are made of; the handlers themselves are made by their rows.</summary>
    public static void AddAccounts(this WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        services.AddSingleton(settings.Lifetimes);
        services.AddSingleton(settings.Mfa);
        services.AddSingleton<UserDirectory>();
        services.AddSingleton<UserRegistry>();
        services.AddSingleton<UserWriter>();
        services.AddSingleton<UserEraser>();
        services.AddSingleton<StandIns>();
        services.AddSingleton<CommonPasswords>();
        services.AddSingleton<PasswordPolicy>();
        services.AddSingleton<NewPasswordRules>();
        services.AddSingleton<PasswordReplacement>();
        services.AddSingleton<CurrentPassword>();
        services.AddSingleton<PasswordUpgrade>();
        services.AddSingleton<AccountReader>();
        services.AddSingleton<SessionList>();
        services.AddSingleton<SessionOpener>();
        services.AddSingleton<SessionEnder>();
        services.AddSingleton<SessionReader>();
        services.AddSingleton<SessionViews>();
        services.AddSingleton<TargetWriter>();
        services.AddSingleton<IdentityDirectory>();
        services.AddSingleton<ProviderTokenBox>();
        services.AddSingleton<ProviderRefresh>();
        services.AddSingleton<TokenSecrets>();
        services.AddSingleton<TokenIssuer>();
        services.AddSingleton<TokenRedeemer>();
        services.AddSingleton<TokenHolders>();
        services.AddSingleton<TokenOwners>();
        services.AddSingleton<TokenDelivery>();
        services.AddSingleton<AddressVerifier>();
        services.AddSingleton<AccountMessages>();
        services.AddSingleton<SecurityNotices>();
        services.AddSingleton<SessionAlerts>();
        services.AddSingleton<AuthenticatorStore>();
        services.AddSingleton<FactorState>();
        services.AddSingleton<SessionFactors>();
        services.AddSingleton<ChallengeCodes>();
        services.AddSingleton<RecoveryCodes>();
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<HourlyLimit>();
        services.AddSingleton(_ => UserAgentParser.Load(settings.Devices));
        services.AddSingleton(_ => CountryDatabase.Open(settings.Devices));
    }
}
