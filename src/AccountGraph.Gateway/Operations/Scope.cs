namespace AccountGraph.Gateway.Operations;

/// <summary>The right that an operation asks for, and who holds it.</summary>
internal enum Scope
{
    /// <summary><c>account</c>: signed-in users only; never granted to a key.</summary>
    Account,

    /// <summary><c>sessions.write</c>: everyone, and keys that were granted it.</summary>
    SessionsWrite,

    /// <summary><c>public</c>: guests and users, never keys.</summary>
    Public,

    /// <summary><c>targets.write</c>: users, and keys that were granted it.</summary>
    TargetsWrite,
}
