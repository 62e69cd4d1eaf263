using System.Diagnostics.CodeAnalysis;

namespace AccountGraph.Accounts.Profile;

public sealed class GetPrefsHandler
{
    [SuppressMessage("Performance", "CA1822", Justification = "Handlers are called as instances, all alike.")]
    public ValueTask<Outcome<PreferencesView>> HandleAsync(CallContext call, CancellationToken cancellation) =>
        ValueTask.FromResult<Outcome<PreferencesView>>(new PreferencesView(call.User.Preferences));
}
