using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Tokens;

internal static class TokenDocuments
{
    public const string ProjectId = "projectId";
    public const string TokenId = "tokenId";
    public const string UserKey = "userKey";
    public const string UserId = "userId";
    public const string Type = "type";
    public const string SecretHash = "secret";
    public const string Generation = "generation";
    public const string Tries = "tries";
    public const string Expire = "expire";
    public const string UserAgent = "userAgent";
    public const string Ip = "ip";
    public const string CreatedAt = "createdAt";

    public const int MostPerUser = 1000;

    public static CollectionDefinition Collection { get; } = new(
        "tokens",
        new Dictionary<string, FieldKind>
        {
            [ProjectId] = FieldKind.Text,
            [TokenId] = FieldKind.Text,
            [UserKey] = FieldKind.Text,
            [UserId] = FieldKind.Text,
            [Type] = FieldKind.Integer,
            [SecretHash] = FieldKind.Text,
            [Generation] = FieldKind.Integer,
            [Tries] = FieldKind.Integer,
            [Expire] = FieldKind.Instant,
            [UserAgent] = FieldKind.Text,
            [Ip] = FieldKind.Text,
            [CreatedAt] = FieldKind.Instant,
        },
        [
            new IndexDefinition("tokensExpire", [Expire], Expires: true),
        ],
        PartitionField: UserKey);

    public static Token Map(Document document) => document.As(static stored => new Token(stored));

    public static Query OfUser(string userKey) =>
        new(Filter.Equal(UserKey, userKey), new Sort(TokenId, Descending: true), MostPerUser);

    public static Document New(string id, User user, NewToken token, CallContext call, Instant now) => new(
        id,
        1,
        new FieldSet
        {
            { ProjectId, user.ProjectId },
            { TokenId, id },
            { UserKey, user.Key },
            { UserId, user.Id },
            { Type, (long)token.Type },
            { SecretHash, token.SecretHash },
            { Generation, user.TokenGeneration },
            { Tries, 0L },
            { Expire, token.Expire },
            { UserAgent, SessionDocuments.CutUserAgent(call.UserAgent) },
            { Ip, call.IpAddress },
            { CreatedAt, now },
        });
}
