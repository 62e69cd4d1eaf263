namespace AccountGraph.Messaging;

/// <summary>What a provider made of a message.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    public sealed record Sent : SendOutcome;

    /// <summary>Worth trying again; <paramref name="RetryAfter"/> when the provider said when.</summary>
    public sealed record TryAgain(string Reason, TimeSpan? RetryAfter = null) : SendOutcome;

    /// <summary>Will never be accepted. The reason holds no secret and no message text.</summary>
    public sealed record Refused(string Reason) : SendOutcome;
}
