using AccountGraph.Gateway.RateLimits;

namespace AccountGraph.Gateway.Hosting;

internal static class RateLimitSetup
{
    public static void AddRateLimits(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSingleton<IRateLimiter>(services => settings.RateLimits.Provider switch
        {
            RateLimitProvider.Memory => new MemoryRateLimiter(services.GetRequiredService<TimeProvider>()),
            RateLimitProvider.Redis => new RedisRateLimiter(
                settings.RateLimits.Redis,
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<ILogger<RedisRateLimiter>>()),
        });
    }
}
