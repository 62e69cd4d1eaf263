using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Tokens;

/// <summary>Issues tokens. A user may hold many at once.</summary>
public sealed class TokenIssuer(IDocumentStore store, TokenSecrets secrets, IdGenerator ids, TimeProvider clock)
{
    private const int NothingLifetimeSeconds = 60;

    public ValueTask<IssuedToken> IssueAsync(
        User user, TokenType type, int lifetimeSeconds, CallContext call, CancellationToken cancellation) =>
        IssueAsync(user, type, TokenSecrets.Make(type), lifetimeSeconds, call, cancellation);

    public async ValueTask<IssuedToken> IssueAsync(
        User user,
        TokenType type,
        Secret secret,
        int lifetimeSeconds,
        CallContext call,
        CancellationToken cancellation)
    {
        var now = Instant.From(clock.GetUtcNow());
        var token = new NewToken(type, secrets.Hash(secret, type, user), now.AddSeconds(lifetimeSeconds));
        var document = TokenDocuments.New(ids.Next(), user, token, call, now);
        var written = await store.InsertAsync(TokenDocuments.Collection, document, cancellation);
        return new IssuedToken(TokenDocuments.Map(written.Document ?? document), secret);
    }

    /// <summary>A write like any other, of nothing, where another branch writes and this one must take as
    /// long.</summary>
    public async ValueTask WriteNothingAsync(User user, CallContext call, CancellationToken cancellation)
    {
        var now = Instant.From(clock.GetUtcNow());
        var nothing = new NewToken(0, "", now.AddSeconds(NothingLifetimeSeconds));
        var document = TokenDocuments.New(ids.Next(), user, nothing, call, now);
        await store.InsertAsync(TokenDocuments.Collection, document, cancellation);
    }
}
