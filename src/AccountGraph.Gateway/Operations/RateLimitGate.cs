using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AccountGraph.Accounts;
using AccountGraph.Gateway.RateLimits;
using Microsoft.Extensions.Options;

namespace AccountGraph.Gateway.Operations;

/// <summary>Counts calls of limited operations and tells the client where it stands.</summary>
internal sealed class RateLimitGate(IRateLimiter limiter, IOptions<RateLimitOptions> options)
{
    private const string Absent = "-";
    private const int LongestPlainValue = 128;
    private const int RetryWhenDownSeconds = 5;

    private readonly bool _isEnabled = options.Value.Enabled;

    /// <summary>Null when the call may go on. Holders of API keys are not counted.</summary>
    public async ValueTask<AccountError?> PassAsync(Operation operation, OperationCall call)
    {
        if (!_isEnabled || call.Context.IsApiKey) return null;
        RateLimitVerdict verdict;
        try
        {
            verdict = await limiter.TakeAsync(KeysOf(operation, call), call.Cancellation);
        }
        catch (RateLimiterUnavailableException)
        {
            // Guessing must never become unlimited because the counters are away; ending sessions may go on.
            return MayPassUncounted(operation) ? null : AccountErrors.Unavailable(RetryWhenDownSeconds);
        }

        WriteHeaders(call, verdict);
        return verdict.IsAllowed ? null : AccountErrors.RateLimitExceeded(verdict.RetryAfterSeconds);
    }

    private static bool MayPassUncounted(Operation operation) =>
        !operation.IsMutation || operation.Routes.Any(route => route.Method == "DELETE");

    private static RateLimitKey[] KeysOf(Operation operation, OperationCall call)
    {
        var keys = new RateLimitKey[operation.Limits.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            var limit = operation.Limits[i];
            var key = new StringBuilder("ag:rl:{").Append(call.Context.Project.Id).Append("}:")
                .Append(limit.Scope ?? operation.Name);
            foreach (var part in limit.Parts) AppendPart(key, part, call);
            keys[i] = new RateLimitKey(key.ToString(), limit.Limit);
        }

        return keys;
    }

    private static void AppendPart(StringBuilder key, RateLimitPart part, OperationCall call)
    {
        var (name, value) = part switch
        {
            RateLimitPart.Address => ("ip", call.Context.IpAddress),
            RateLimitPart.Caller => ("caller", (call.Context.Caller as Caller.SignedIn)?.User.Id),
            RateLimitPart.OperationArgument { Name: "email" } =>
                ("email", (call.Arguments["email"] as string)?.ToLowerInvariant()),
            RateLimitPart.OperationArgument argument => (argument.Name, call.Arguments[argument.Name] as string),
            _ => throw new InvalidOperationException($"No key is made of {part}."),
        };
        key.Append(':').Append(name).Append('=').Append(Shortened(value));
    }

    private static string Shortened(string? value)
    {
        if (string.IsNullOrEmpty(value)) return Absent;
        return value.Length <= LongestPlainValue
            ? value
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
    }

    /// <summary>Several fields may be limited; the headers describe the one with the fewest calls left.</summary>
    private static void WriteHeaders(OperationCall call, RateLimitVerdict verdict)
    {
        if (call.Request.LowestRemaining <= verdict.Remaining) return;
        call.Request.LowestRemaining = verdict.Remaining;
        var headers = call.Request.Http.Response.Headers;
        headers["X-RateLimit-Limit"] = verdict.Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = verdict.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = verdict.ResetAt.ToString(CultureInfo.InvariantCulture);
    }
}
