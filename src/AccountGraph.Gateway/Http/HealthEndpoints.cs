using AccountGraph.Gateway.RateLimits;
using AccountGraph.Messaging.Providers.Queue;
using AccountGraph.Storage;

namespace AccountGraph.Gateway.Http;

/// <summary>Whether the process runs, and whether what it needs answers.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Json(new { status = "ok" }));
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(
        IDocumentStore store, IRateLimiter limiter, MessageWorker messages, CancellationToken cancellation)
    {
        var checks = new Dictionary<string, string>
        {
            ["store"] = await AskAsync(store.PingAsync, cancellation),
            ["rateLimits"] = await AskAsync(limiter.PingAsync, cancellation),
            ["messages"] = messages.IsAlive ? "ok" : "down",
        };
        var isReady = checks.Values.All(check => check == "ok");
        return Results.Json(
            new { status = isReady ? "ok" : "down", checks },
            statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<string> AskAsync(
        Func<CancellationToken, ValueTask> ping, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await ping(patience.Token).AsTask().WaitAsync(patience.Token);
            return "ok";
        }
        catch (Exception exception) when (
            exception is StoreUnavailableException or RateLimiterUnavailableException or OperationCanceledException)
        {
            return "down";
        }
    }
}
