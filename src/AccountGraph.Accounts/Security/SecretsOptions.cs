using System.ComponentModel.DataAnnotations;

namespace AccountGraph.Accounts.Security;

/// <summary>Keys for what is encrypted at rest. The text itself is the key material.</summary>
public sealed class SecretsOptions
{
    public const string Section = "Secrets";

    [Required, MinLength(KeyRing.MinimumKeyBytes)]
    public string Key { get; set; } = "";

    /// <summary>Keys that were current before: still opened with, never sealed with.</summary>
    public IList<string> OldKeys { get; } = [];
}
