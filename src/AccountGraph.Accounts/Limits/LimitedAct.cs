namespace AccountGraph.Accounts.Limits;

/// <summary>What a user may do a number of times in an hour.</summary>
public enum LimitedAct
{
    /// <summary>Guessing the present password, asked for again by a signed-in user.</summary>
    Password,

    /// <summary>Guessing the six digits of a mail or text message, or another second factor.</summary>
    Code,

    /// <summary>Guessing the code of an authenticator that is being set up.</summary>
    Authenticator,

    /// <summary>Making a change that mails are sent for: addresses need no proof, so a stranger's could be
    /// flooded with them.</summary>
    Notice,
}
