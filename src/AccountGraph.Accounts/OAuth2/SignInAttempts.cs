using System.Text.Json;
using AccountGraph.Accounts.Security;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>Seals attempts for the browser, opens them again and lets each be used once.</summary>
public sealed class SignInAttempts(IDocumentStore store, SecretBox box, TimeProvider clock)
{
    public const int LifetimeSeconds = 900;

    /// <summary>Browsers drop cookies of more than 4096 bytes.</summary>
    public const int LongestSealed = 3900;

    private const string Purpose = "oauth2 attempt";

    public string Seal(SignInAttempt attempt) =>
        box.Seal(new Secret(JsonSerializer.Serialize(attempt)), Purpose, attempt.State);

    /// <summary>Null when the text was not sealed here for this state, project and provider: another browser, a
    /// forged state or another provider's answer.</summary>
    public SignInAttempt? Open(string? sealedText, string state, string project, string provider) =>
        sealedText is not null
        && box.Open(sealedText, Purpose, state) is { } text
        && JsonSerializer.Deserialize<SignInAttempt>(text.Reveal()) is { } attempt
        && attempt.Project == project
        && attempt.Provider == provider
            ? attempt
            : null;

    /// <summary>True for one caller only, and in time only.</summary>
    public async ValueTask<bool> UseAsync(SignInAttempt attempt, CancellationToken cancellation)
    {
        if (attempt.Expire < clock.GetUtcNow()) return false;
        var used = UsedStateDocuments.New(attempt);
        var written = await store.InsertAsync(UsedStateDocuments.Collection, used, cancellation);
        return written.Outcome == WriteOutcome.Written;
    }
}
