namespace AccountGraph.Accounts.Security;

/// <param name="SessionId">The session that asked for the token; null in tokens made by server tools.</param>
public sealed record JwtClaims(string UserId, string? SessionId, DateTimeOffset ExpiresAt);
