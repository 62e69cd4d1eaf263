namespace AccountGraph.Accounts.Tokens;

/// <summary>What a token is for; the numbers are stored. A token of one type is useless for another.</summary>
public enum TokenType
{
    EmailVerification = 2,
    Recovery = 3,
    MagicUrl = 5,
    Phone = 6,
    OAuth2 = 7,

    /// <summary>Made by a server outside this API.</summary>
    Generic = 8,
    Email = 9,
    PhoneVerification = 10,
}
