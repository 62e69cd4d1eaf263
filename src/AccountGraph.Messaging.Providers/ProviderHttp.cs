using System.Net;
using System.Net.Http.Headers;

namespace AccountGraph.Messaging.Providers;

/// <summary>How providers' HTTP APIs are called and their failures understood. Neither request nor answer text
/// goes into an outcome: both can hold codes, addresses and keys.</summary>
internal static class ProviderHttp
{
    private const int MaxAnswerBytes = 64 * 1024;

    /// <summary>No redirects: a key would go wherever the answer points.</summary>
    public static HttpMessageHandler Handler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Sends the request and lets <paramref name="read"/> judge a successful answer's body.</summary>
    public static async ValueTask<SendOutcome> SendAsync(
        HttpClient client,
        HttpRequestMessage request,
        TimeSpan limit,
        TimeProvider clock,
        Func<byte[], SendOutcome> read,
        CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            using var answer = await client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!answer.IsSuccessStatusCode) return Failure(answer.StatusCode, RetryAfter(answer, clock));
            return await ReadAsync(answer.Content, either.Token) is { } body
                ? read(body)
                : new SendOutcome.TryAgain("the answer was too long");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendOutcome.TryAgain($"no answer within {limit.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException error)
        {
            return new SendOutcome.TryAgain($"the connection failed ({error.HttpRequestError})");
        }
        catch (IOException)
        {
            return new SendOutcome.TryAgain("the connection broke");
        }
    }

    private static SendOutcome Failure(HttpStatusCode status, TimeSpan? retryAfter) => (int)status switch
    {
        408 or 425 or 429 or >= 500 => new SendOutcome.TryAgain($"answered {(int)status}", retryAfter),
        401 or 403 => new SendOutcome.Refused($"answered {(int)status}: the credentials are not accepted"),
        >= 400 => new SendOutcome.Refused($"answered {(int)status}"),
        // A redirect is a proxy or a wrong address in the way, which someone will set right.
        _ => new SendOutcome.TryAgain($"answered {(int)status}, which is not followed"),
    };

    private static TimeSpan? RetryAfter(HttpResponseMessage answer, TimeProvider clock)
    {
        var wait = answer.Headers.RetryAfter switch
        {
            RetryConditionHeaderValue { Delta: { } delta } => delta,
            RetryConditionHeaderValue { Date: { } date } => date - clock.GetUtcNow(),
            _ => TimeSpan.Zero,
        };
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static async ValueTask<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[MaxAnswerBytes];
        var length = await stream.ReadAtLeastAsync(buffer, MaxAnswerBytes, throwOnEndOfStream: false, cancellation);
        return length < MaxAnswerBytes ? buffer[..length] : null;
    }
}
