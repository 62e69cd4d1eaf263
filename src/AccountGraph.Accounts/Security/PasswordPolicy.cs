using System.Text;

namespace AccountGraph.Accounts.Security;

/// <summary>The rules for new passwords. Sign-in never asks them.</summary>
public sealed class PasswordPolicy(CommonPasswords common)
{
    public const int MinimumBytes = 8;
    public const int MaximumBytes = 256;

    // The "a" of a@example.com stands in most passwords and tells nobody anything.
    private const int ShortestTelling = 3;

    /// <summary>Null when the password may be used.</summary>
    public PasswordRefusal? Check(string password, PasswordRules rules, PersonalData person)
    {
        if (!HasAllowedLength(password)) return PasswordRefusal.Length;
        if (rules.RefusesCommon && common.Contains(password)) return PasswordRefusal.Common;
        return rules.RefusesPersonal && ContainsAny(password, person) ? PasswordRefusal.Personal : null;
    }

    public static bool HasAllowedLength(string password) =>
        Encoding.UTF8.GetByteCount(password) is >= MinimumBytes and <= MaximumBytes;

    private static bool ContainsAny(string password, PersonalData person)
    {
        var localPart = person.Email?.Split('@')[0];
        var phoneDigits = person.Phone?.TrimStart('+');
        string?[] values = [person.UserId, person.Email, localPart, person.Name, person.Phone, phoneDigits];
        return values.Any(value =>
            value?.Length >= ShortestTelling && password.Contains(value, StringComparison.OrdinalIgnoreCase));
    }
}
