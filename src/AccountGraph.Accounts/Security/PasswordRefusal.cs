namespace AccountGraph.Accounts.Security;

/// <summary>Why a new password is not accepted.</summary>
public enum PasswordRefusal
{
    Length,
    Common,
    Personal,
}
