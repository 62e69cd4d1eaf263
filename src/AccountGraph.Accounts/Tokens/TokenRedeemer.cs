using AccountGraph.Accounts.Limits;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Tokens;

/// <summary>Finds the token that a secret belongs to, and uses it up.</summary>
public sealed class TokenRedeemer(IDocumentStore store, TokenSecrets secrets, HourlyLimit limits, TimeProvider clock)
{
    private const long MostTriesPerCode = 10;

    /// <summary>A live token of this user and one of these types. The token stays until it is used.</summary>
    public async ValueTask<Outcome<Token>> FindAsync(
        User user, string secret, IReadOnlyList<TokenType> types, CancellationToken cancellation)
    {
        var stored = await store.FindAsync(
            TokenDocuments.Collection, TokenDocuments.OfUser(user.Key), cancellation);
        var now = Instant.From(clock.GetUtcNow());
        var live = stored.Select(TokenDocuments.Map)
            .Where(token => types.Contains(token.Type) && token.IsLive(user, now))
            .ToList();
        if (TokenSecrets.IsCode(secret)) return await FindCodeAsync(user, secret, live, cancellation);
        return live.Find(token => !token.IsCode && secrets.Matches(secret, token, user)) is { } found
            ? found
            : AccountErrors.InvalidToken;
    }

    /// <summary>True for one caller only, however many come at once.</summary>
    public ValueTask<bool> UseAsync(Token token, CancellationToken cancellation) =>
        store.DeleteAsync(TokenDocuments.Collection, token.Key, new Filter.All(), cancellation);

    // A million codes can be tried out: each guess is paid for, by the user and by every code it might have hit.
    private async ValueTask<Outcome<Token>> FindCodeAsync(
        User user, string secret, List<Token> live, CancellationToken cancellation)
    {
        if (await limits.TakeAsync(user, LimitedAct.Code, cancellation) is { } tooMany) return tooMany;

        Token? found = null;
        foreach (var token in live.Where(token => token.IsCode))
        {
            if (await TakeTryAsync(token, cancellation) && secrets.Matches(secret, token, user)) found ??= token;
        }

        if (found is null) return AccountErrors.InvalidToken;
        await limits.GiveBackAsync(user, LimitedAct.Code, cancellation);
        return found;
    }

    private async ValueTask<bool> TakeTryAsync(Token token, CancellationToken cancellation)
    {
        var written = await store.UpdateAsync(
            TokenDocuments.Collection,
            token.Key,
            new Filter.Compare(TokenDocuments.Tries, ComparisonOperator.Less, MostTriesPerCode),
            [new Change.Add(TokenDocuments.Tries, 1)],
            cancellation);
        return written.Document is not null;
    }
}
