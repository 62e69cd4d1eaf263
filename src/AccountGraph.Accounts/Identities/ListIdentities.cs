using AccountGraph.Accounts.Queries;

namespace AccountGraph.Accounts.Identities;

public sealed record ListIdentities(IReadOnlyList<string?>? Queries);

/// <summary>The caller's identities, oldest first unless the queries ask otherwise.</summary>
public sealed class ListIdentitiesHandler(IdentityDirectory identities, ProviderTokenBox box)
{
    private static readonly QueryRules Rules = new(new Dictionary<string, AttributeKind>
    {
        ["$id"] = AttributeKind.Text,
        ["$createdAt"] = AttributeKind.Instant,
        ["$updatedAt"] = AttributeKind.Instant,
        ["userId"] = AttributeKind.Text,
        ["provider"] = AttributeKind.Text,
        ["providerUid"] = AttributeKind.Text,
        ["providerEmail"] = AttributeKind.Text,
        ["providerAccessTokenExpiry"] = AttributeKind.Instant,
    });

    private static readonly QueryRunner<Identity> Runner = new(identity => identity.Id, Read);

    public async ValueTask<Outcome<IdentityListView>> HandleAsync(
        ListIdentities input, CallContext call, CancellationToken cancellation)
    {
        var plan = QueryParser.Parse(input.Queries, Rules);
        if (!plan.IsSuccess) return plan.Error;

        var page = Runner.Run(await identities.ReadAsync(call.User, cancellation), plan.Value);
        return page.IsSuccess
            ? new IdentityListView(
                page.Value.Total, [.. page.Value.Rows.Select(identity => new IdentityView(identity, box))])
            : page.Error;
    }

    private static object? Read(Identity identity, string attribute) => attribute switch
    {
        "$id" => identity.Id,
        "$createdAt" => identity.CreatedAt,
        "$updatedAt" => identity.UpdatedAt,
        "userId" => identity.UserId,
        "provider" => identity.Provider,
        "providerUid" => identity.ProviderUid,
        "providerEmail" => identity.ProviderEmail,
        "providerAccessTokenExpiry" => identity.ProviderAccessTokenExpiry,
        _ => null,
    };
}
