namespace AccountGraph.Gateway.Tests;

/// <summary>Users on their way to a second factor.</summary>
public static class MfaUsers
{
    /// <summary>Proves the user's address by the link that he is sent.</summary>
    public static async Task VerifyEmailAsync(this GatewayHost host, GraphQLClient user, string email)
    {
        await user.ValueOfAsync("mutation { accountCreateVerification(url: \"http://localhost/verify\") { _id } }");
        await user.ValueOfAsync(
            """
            mutation ($userId: String!, $secret: String!) {
              accountUpdateVerification(userId: $userId, secret: $secret) { _id }
            }
            """,
            new
            {
                userId = await host.LinkParameterSentToAsync(email, "userId"),
                secret = await host.LinkParameterSentToAsync(email, "secret"),
            });
    }

    /// <summary>Registers an authenticator app; answers with its seed.</summary>
    public static async Task<string> AddAuthenticatorAsync(this GatewayHost host, GraphQLClient user)
    {
        var made = await user.ValueOfAsync("mutation { accountCreateMfaAuthenticator(type: \"totp\") { secret } }");
        var seed = made.GetProperty("secret").GetString()!;
        await user.ValueOfAsync(
            "mutation ($otp: String!) { accountUpdateMfaAuthenticator(type: \"totp\", otp: $otp) { mfa } }",
            new { otp = TestAuthenticator.CodeAt(seed, host.Clock.GetUtcNow()) });
        return seed;
    }

    /// <summary>A session of a new user that still awaits its second factor, which is an authenticator app.</summary>
    public static async Task<(GraphQLClient Pending, string Seed)> NewPendingAsync(this GatewayHost host)
    {
        var email = TestUsers.NewEmail();
        await host.RegisterAsync(email);
        using var user = await host.SignInAsync(email);
        var seed = await host.AddAuthenticatorAsync(user);
        await user.ValueOfAsync("mutation { accountUpdateMFA(mfa: true) { mfa } }");
        return (await host.SignInAsync(email), seed);
    }

    /// <summary>Opens a challenge; answers with its id.</summary>
    public static async Task<string> ChallengeAsync(this GraphQLClient user, string factor) =>
        (await user.ValueOfAsync(
            "mutation ($factor: String!) { accountCreateMfaChallenge(factor: $factor) { _id } }", new { factor }))
        .GetProperty("_id").GetString()!;

    /// <summary>Answers a challenge; null, or the error.</summary>
    public static async Task<string?> PassAsync(this GraphQLClient user, string challengeId, string otp)
    {
        var answer = await user.SendAsync(
            """
            mutation ($id: String!, $otp: String!) {
              accountUpdateMfaChallenge(challengeId: $id, otp: $otp) { status }
            }
            """,
            new { id = challengeId, otp });
        return answer.ErrorOrNull;
    }
}
