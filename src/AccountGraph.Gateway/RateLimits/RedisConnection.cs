using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using StackExchange.Redis;

namespace AccountGraph.Gateway.RateLimits;

/// <summary>Opens the connection with the first call and replaces it when it has been silent for long.</summary>
internal sealed class RedisConnection(RedisOptions options, TimeProvider time) : IAsyncDisposable
{
    private const int RetryMilliseconds = 1000;

    // A machine that went away without a word leaves a socket that looks alive for a quarter of an hour, and the
    // library waits for it as long.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private Task<ConnectionMultiplexer>? _opening;
    private long _lastAnswer;

    public async Task<IDatabase> GetAsync() => (await GetMultiplexerAsync()).GetDatabase();

    public void Answered() => Volatile.Write(ref _lastAnswer, time.GetTimestamp());

    public void Failed()
    {
        Task<ConnectionMultiplexer> silent;
        lock (_lock)
        {
            if (_opening is null || time.GetElapsedTime(Volatile.Read(ref _lastAnswer)) < LongestSilence) return;
            silent = _opening;
            _opening = null;
        }

        _ = CloseAsync(silent);
    }

    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            return _opening is null ? ValueTask.CompletedTask : new ValueTask(CloseAsync(_opening));
        }
    }

    private Task<ConnectionMultiplexer> GetMultiplexerAsync()
    {
        lock (_lock)
        {
            if (_opening is not null) return _opening;
            Answered();
            // Opening looks names up and starts threads: not on the time of a request.
            return _opening = Task.Run(OpenAsync);
        }
    }

    private async Task<ConnectionMultiplexer> OpenAsync()
    {
        var configuration = ConfigurationOptions.Parse(options.ConnectionString);
        configuration.AbortOnConnectFail = false;
        configuration.ReconnectRetryPolicy = new LinearRetry(RetryMilliseconds);
        configuration.ClientName ??= "accountgraph";
        if (options.CertificateAuthorityPath is { } path)
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(path);
            configuration.CertificateValidation += (_, certificate, chain, errors) =>
                IsTrusted(certificate, chain, errors, authorities);
        }

        var multiplexer = await ConnectionMultiplexer.ConnectAsync(configuration);
        // With the order kept, answers wait for each other: one caller that blocks holds up all.
        multiplexer.PreserveAsyncOrder = false;
        return multiplexer;
    }

    /// <summary>An unknown authority is what the setting answers; a wrong name or no certificate stays wrong.</summary>
    private static bool IsTrusted(
        X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors, X509Certificate2Collection authorities)
    {
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors) return errors == SslPolicyErrors.None;
        using var offered = new X509Certificate2(certificate!);
        chain!.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        return chain.Build(offered);
    }

    private static async Task CloseAsync(Task<ConnectionMultiplexer> opening)
    {
        try
        {
            var multiplexer = await opening;
            // Disposing alone would wait for the answers that never came.
            await multiplexer.CloseAsync(allowCommandsToComplete: false);
            multiplexer.Dispose();
        }
        catch (Exception exception) when (RedisFailure.IsOne(exception))
        {
            // It never opened, or it broke while closing: either way it is gone.
        }
    }
}
