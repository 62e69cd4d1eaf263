using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Profile;

/// <param name="Prefs">JSON text of an object; it replaces all that was there.</param>
public sealed record UpdatePrefs(string Prefs);

public sealed class UpdatePrefsHandler(UserWriter users, AccountReader accounts)
{
    public async ValueTask<Outcome<AccountView>> HandleAsync(
        UpdatePrefs input, CallContext call, CancellationToken cancellation)
    {
        if (PreferencesArgument.Check("prefs", input.Prefs, out var compact) is { } invalid) return invalid;

        var change = new UserChange(call.User, new Change.Set(UserDocuments.Prefs, compact))
        {
            UnchangedSince = call.Timestamp,
        };
        return await accounts.ReadAsync(await users.WriteAsync(change, cancellation), cancellation);
    }
}
