using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Mfa;

/// <summary>One session's open question for a second factor.</summary>
public sealed class Challenge
{
    internal Challenge(Document document)
    {
        Key = document.Id;
        UserKey = document.Text(ChallengeDocuments.UserKey)!;
        UserId = document.Text(ChallengeDocuments.UserId)!;
        SessionId = document.Text(ChallengeDocuments.SessionId);
        Factor = document.Text(ChallengeDocuments.Factor)!;
        CodeHash = document.Text(ChallengeDocuments.CodeHash);
        Generation = document.Integer(ChallengeDocuments.Generation);
        Expire = document.Time(ChallengeDocuments.Expire)!.Value;
        CreatedAt = document.Time(ChallengeDocuments.CreatedAt)!.Value;
    }

    /// <summary>The id that the contract shows, too.</summary>
    public string Key { get; }

    public string UserKey { get; }

    public string UserId { get; }

    public string? SessionId { get; }

    public string Factor { get; }

    /// <summary>Of the code that was sent; null for factors that the user holds himself.</summary>
    public string? CodeHash { get; }

    public long Generation { get; }

    public Instant Expire { get; }

    public Instant CreatedAt { get; }

    /// <summary>A challenge serves the one session that asked for it, so that a stranger's is of no use.</summary>
    public bool IsOpenTo(User user, Session session, Instant now) =>
        UserKey == user.Key && SessionId == session.Id && Generation == user.TokenGeneration && Expire >= now;
}
