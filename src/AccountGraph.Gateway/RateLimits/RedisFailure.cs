using System.Security.Cryptography;
using StackExchange.Redis;

namespace AccountGraph.Gateway.RateLimits;

/// <summary>What the Redis library throws when the server cannot be used, and how to say it to an operator.</summary>
internal static class RedisFailure
{
    public static bool IsOne(Exception exception) => exception
        is RedisException
        or TimeoutException
        or OperationCanceledException
        or ObjectDisposedException
        or IOException
        or CryptographicException;

    /// <summary>The library wraps the reason in several layers of its own figures.</summary>
    public static string Reason(Exception exception)
    {
        var innermost = exception.GetBaseException();
        return innermost is RedisConnectionException connection
            ? connection.FailureType.ToString()
            : innermost.Message;
    }
}
