namespace AccountGraph.Accounts.Profile;

/// <param name="Data">Compact JSON text of an object.</param>
public sealed record PreferencesView(string Data)
{
    public const string Empty = "{}";
}
