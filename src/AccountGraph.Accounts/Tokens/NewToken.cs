using AccountGraph.Storage;

namespace AccountGraph.Accounts.Tokens;

internal sealed record NewToken(TokenType Type, string SecretHash, Instant Expire);
