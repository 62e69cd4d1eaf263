using AccountGraph.Storage;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>What changes in a session when its provider was asked for fresh tokens.</summary>
public sealed record RefreshedTokens(IReadOnlyList<Change> Changes)
{
    public static RefreshedTokens None { get; } = new([]);
}
