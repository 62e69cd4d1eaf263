using AccountGraph.Accounts.OAuth2;
using AccountGraph.Gateway.Http;
using AccountGraph.Gateway.Operations;

namespace AccountGraph.Gateway.Hosting;

internal static class OAuth2Setup
{
    /// <summary>The name of the client that calls providers.</summary>
    public const string Client = "oauth2";

    private const int LongestAnswer = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void AddOAuth2(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpClient(Client, http =>
            {
                http.Timeout = Patience;
                http.MaxResponseContentBufferSize = LongestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            // It logs addresses, and some providers want tokens in theirs.
            .RemoveAllLoggers();
        services.AddSingleton(provider => new ProviderChannel(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client)));
        services.AddSingleton<OpenIdProviders>();
        services.AddSingleton<ProviderClient>();
        services.AddSingleton<ProviderAccounts>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton(provider => new OAuth2Operations(provider));
        services.AddSingleton<OAuth2Endpoints>();
    }

    public static void MapOAuth2(this WebApplication app) =>
        app.Services.GetRequiredService<OAuth2Endpoints>().Map(app);
}
