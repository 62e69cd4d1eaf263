namespace AccountGraph.Accounts.Profile;

public sealed class GetAccountHandler(AccountReader accounts)
{
    public async ValueTask<Outcome<AccountView>> HandleAsync(CallContext call, CancellationToken cancellation) =>
        await accounts.ReadAsync(call.User, cancellation);
}
