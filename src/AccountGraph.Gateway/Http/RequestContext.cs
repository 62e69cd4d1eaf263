using AccountGraph.Accounts;

namespace AccountGraph.Gateway.Http;

/// <summary>What is known of an HTTP request before its first operation runs. Every operation of the request sees
/// the same: what one of them changes does not change who calls the next.</summary>
internal sealed class RequestContext
{
    public required HttpContext Http { get; init; }

    public required RequestOrigin Origin { get; init; }

    public required bool IsOriginAllowed { get; init; }

    /// <summary>Set when the credentials are contradictory or false, not merely absent; the caller is then a
    /// guest.</summary>
    public AccountError? CredentialError { get; init; }

    /// <summary>The header <c>X-Appwrite-Timestamp</c> was sent and cannot be read.</summary>
    public bool HasUnreadableTimestamp { get; init; }

    public required CallContext Call { get; init; }

    /// <summary>The tightest limit met so far, which the response's headers describe.</summary>
    public int? LowestRemaining { get; set; }
}
