using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Profile;

/// <summary>What a project asks of a password before it is set.</summary>
public sealed class NewPasswordRules(PasswordPolicy policy, PasswordHasher hasher)
{
    private static readonly PersonalData Nobody = new(null, null, null, null);

    /// <summary>Length and the list of common passwords: failures of the argument itself.</summary>
    public AccountError? CheckArgument(string argument, string? value, Project project)
    {
        if (value is null) return TextArgument.Missing(argument);
        var rules = new PasswordRules(project.Auth.PasswordDictionary, RefusesPersonal: false);
        if (policy.Check(value, rules, Nobody) is not { } refusal) return null;
        return refusal switch
        {
            PasswordRefusal.Length => PasswordArgument.LengthRefused(argument),
            PasswordRefusal.Common or PasswordRefusal.Personal =>
                AccountErrors.ArgumentInvalid(argument, "is one of the most common passwords. Choose another one."),
        };
    }

    public AccountError? CheckPersonal(string value, PersonalData person, Project project)
    {
        var rules = new PasswordRules(RefusesCommon: false, project.Auth.PersonalDataCheck);
        return policy.Check(value, rules, person) == PasswordRefusal.Personal
            ? AccountErrors.PasswordPersonalData
            : null;
    }

    public async ValueTask<bool> IsInHistoryAsync(
        string value, IReadOnlyList<string> history, CancellationToken cancellation)
    {
        foreach (var earlier in history)
        {
            if (await hasher.VerifyAsync(value, earlier, cancellation) != PasswordVerdict.NoMatch) return true;
        }

        return false;
    }

    /// <summary>The history with one more hash, cut to what the project keeps.</summary>
    public static IReadOnlyList<string> Remember(IReadOnlyList<string> history, string hash, Project project) =>
        [.. history.Append(hash).TakeLast(project.Auth.PasswordHistory)];
}
