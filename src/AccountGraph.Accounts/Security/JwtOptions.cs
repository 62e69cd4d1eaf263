using System.ComponentModel.DataAnnotations;

namespace AccountGraph.Accounts.Security;

/// <summary>Keys of the session tokens. The UTF-8 bytes of the text are the HS256 key.</summary>
public sealed class JwtOptions
{
    public const string Section = "Jwt";

    [Required, MinLength(KeyRing.MinimumKeyBytes)]
    public string Secret { get; set; } = "";

    /// <summary>The secret used until the last change. Its tokens are accepted until they expire.</summary>
    public string? OldSecret { get; set; }
}
