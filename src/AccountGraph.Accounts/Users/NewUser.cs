namespace AccountGraph.Accounts.Users;

/// <summary>What is known of a user at registration; all else starts blank.</summary>
public sealed record NewUser(string Id)
{
    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Name { get; init; }

    public string? PasswordHash { get; init; }

    public IReadOnlyList<string> PasswordHistory { get; init; } = [];

    public bool IsEmailVerified { get; init; }
}
