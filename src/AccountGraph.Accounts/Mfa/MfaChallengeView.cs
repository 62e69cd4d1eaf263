namespace AccountGraph.Accounts.Mfa;

public sealed class MfaChallengeView
{
    internal MfaChallengeView(Challenge challenge)
    {
        Id = challenge.Key;
        CreatedAt = DateText.Of(challenge.CreatedAt);
        UserId = challenge.UserId;
        Expire = DateText.Of(challenge.Expire);
    }

    public string Id { get; }

    public string CreatedAt { get; }

    public string UserId { get; }

    public string Expire { get; }
}
