using AccountGraph.Accounts.Security;

namespace AccountGraph.Gateway.Hosting;

internal static class SecuritySetup
{
    public static void AddSecurity(this WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        var secrets = KeyRing.From(settings.Secrets.Key, settings.Secrets.OldKeys);
        var tokens = settings.Jwt.OldSecret is { Length: > 0 } old
            ? KeyRing.From(settings.Jwt.Secret, old)
            : KeyRing.From(settings.Jwt.Secret);
        services.AddSingleton(new SecretBox(secrets));
        services.AddSingleton(new CodeHasher(secrets));
        services.AddSingleton(provider => new JsonWebTokens(tokens, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new PasswordHasher(settings.PasswordHashing));
        services.AddSingleton<IdGenerator>();
    }
}
