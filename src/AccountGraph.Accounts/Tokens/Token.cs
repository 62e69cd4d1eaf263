using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Tokens;

/// <summary>A secret on its way to a user, good for one use.</summary>
public sealed class Token
{
    internal Token(Document document)
    {
        Key = document.Id;
        Id = document.Text(TokenDocuments.TokenId)!;
        UserId = document.Text(TokenDocuments.UserId)!;
        Type = (TokenType)document.Integer(TokenDocuments.Type);
        SecretHash = document.Text(TokenDocuments.SecretHash)!;
        Generation = document.Integer(TokenDocuments.Generation);
        Expire = document.Time(TokenDocuments.Expire)!.Value;
        CreatedAt = document.Time(TokenDocuments.CreatedAt)!.Value;
    }

    public string Key { get; }

    public string Id { get; }

    public string UserId { get; }

    public TokenType Type { get; }

    public string SecretHash { get; }

    public long Generation { get; }

    public Instant Expire { get; }

    public Instant CreatedAt { get; }

    /// <summary>Six digits, which can be tried out: guesses are counted.</summary>
    public bool IsCode => Type is TokenType.Phone or TokenType.Email or TokenType.PhoneVerification;

    public bool IsLive(User user, Instant now) => Generation == user.TokenGeneration && Expire >= now;

    public TokenView View(string secret = "", string phrase = "") =>
        new(Id, DateText.Of(CreatedAt), UserId, secret, DateText.Of(Expire), phrase);
}
