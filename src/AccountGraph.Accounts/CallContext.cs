using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts;

/// <summary>Everything about a call besides its arguments.</summary>
public sealed class CallContext
{
    public required Project Project { get; init; }

    public required Caller Caller { get; init; }

    public required string IpAddress { get; init; }

    /// <summary>As sent; null when absent.</summary>
    public string? UserAgent { get; init; }

    public string Locale { get; init; } = "en";

    /// <summary>Records changed later than this stay as they are; null when the caller does not mind.</summary>
    public Instant? Timestamp { get; init; }

    /// <summary>Where links that the server makes start. Configured, never taken from a request.</summary>
    public required string PublicOrigin { get; init; }

    public bool IsApiKey => Caller is Caller.ApiKey;

    /// <summary>The caller of an operation that guests cannot reach.</summary>
    public Caller.SignedIn SignedIn =>
        Caller as Caller.SignedIn
        ?? throw new InvalidOperationException("The operation needs a signed-in caller and was let through without.");

    public User User => SignedIn.User;
}
