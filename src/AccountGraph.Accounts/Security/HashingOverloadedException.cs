namespace AccountGraph.Accounts.Security;

/// <summary>More passwords wait to be hashed than the settings allow. The caller may try again in a moment.</summary>
public sealed class HashingOverloadedException()
    : Exception("Too many passwords are waiting to be hashed (PasswordHashing:QueueLimit).");
