using AccountGraph.Accounts.Devices;
using AccountGraph.Accounts.Guesses;
using AccountGraph.Accounts.Identities;
using AccountGraph.Accounts.Logs;
using AccountGraph.Accounts.Mfa;
using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Gateway.Hosting;

internal static class AccountsSetup
{
    /// <summary>What handlers are made of; the handlers themselves are made by their rows.</summary>
    public static void AddAccounts(this WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        services.AddSingleton(settings.Lifetimes);
        services.AddSingleton<UserDirectory>();
        services.AddSingleton<UserRegistry>();
        services.AddSingleton<UserWriter>();
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
        services.AddSingleton<TargetWriter>();
        services.AddSingleton<IdentityDirectory>();
        services.AddSingleton<AuthenticatorStore>();
        services.AddSingleton<FactorState>();
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<GuessLimit>();
        services.AddSingleton(_ => UserAgentParser.Load(settings.Devices));
        services.AddSingleton(_ => CountryDatabase.Open(settings.Devices));
    }
}
