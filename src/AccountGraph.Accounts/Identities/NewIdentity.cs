using AccountGraph.Accounts.Security;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Identities;

/// <summary>What a provider said of an account at a sign-in.</summary>
/// <param name="ReservesEmail">The address is proved, so nobody else may register under it.</param>
public sealed record NewIdentity(string Provider, string ProviderUid, string Email, bool ReservesEmail)
{
    public required Secret AccessToken { get; init; }

    public Secret? RefreshToken { get; init; }

    public Instant? AccessTokenExpiry { get; init; }
}
