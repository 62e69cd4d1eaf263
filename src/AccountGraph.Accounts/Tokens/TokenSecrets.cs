using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts.Tokens;

/// <summary>Makes and hashes the secrets of tokens: links hold long ones, people type six digits.</summary>
public sealed class TokenSecrets(CodeHasher codes)
{
    private const int ShortLinkBytes = 32;
    private const int LongLinkBytes = 128;
    private const int CodeLength = 6;

    public static Secret Make(TokenType type) => type switch
    {
        TokenType.MagicUrl or TokenType.OAuth2 or TokenType.Generic => Secrets.Hex(ShortLinkBytes),
        TokenType.EmailVerification or TokenType.Recovery => Secrets.Hex(LongLinkBytes),
        TokenType.Email or TokenType.Phone or TokenType.PhoneVerification => Secrets.Code(),
    };

    public static bool IsCode(string secret) => secret.Length == CodeLength && secret.All(char.IsAsciiDigit);

    public string Hash(Secret secret, TokenType type, User user) =>
        IsCode(secret.Reveal()) ? codes.Hash(secret, PurposeOf(type), user.Key) : secret.ToSha256Hex();

    public bool Matches(string secret, Token token, User user) => token.IsCode
        ? codes.Matches(new Secret(secret), PurposeOf(token.Type), user.Key, token.SecretHash)
        : Secrets.AreEqual(Secrets.Sha256Hex(secret), token.SecretHash);

    private static string PurposeOf(TokenType type) => $"token {(int)type}";
}
