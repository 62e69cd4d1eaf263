namespace AccountGraph.Accounts.Guesses;

/// <summary>What is being guessed.</summary>
public enum GuessKind
{
    /// <summary>The present password, asked for again by a signed-in user.</summary>
    Password,

    /// <summary>Six digits of a mail or text message.</summary>
    Code,

    /// <summary>The code of an authenticator that is being set up.</summary>
    Authenticator,
}
