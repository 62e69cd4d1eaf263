using AccountGraph.GraphQL;
using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.Benchmarks.GraphQL;

/// <summary>The published schema with the full <c>accountGet</c> read from an example user.</summary>
internal static class AccountApi
{
    public static readonly byte[] Document =
        """
        query GetAccount {
          accountGet {
            _id _createdAt _updatedAt name password hash hashOptions registration status labels passwordUpdate
            email phone emailVerification phoneVerification mfa
            prefs { data }
            targets { _id _createdAt _updatedAt name userId providerId providerType identifier expired }
            accessedAt
          }
        }
        """u8.ToArray();

    public static GraphQLSchema Schema { get; } = ReadSchema();

    public static GraphQLEngine CreateEngine() => new(Schema, Resolvers(), new GraphQLEngineOptions());

    private static GraphQLSchema ReadSchema()
    {
        using var stream = typeof(AccountApi).Assembly.GetManifestResourceStream("schema.graphql")!;
        using var reader = new StreamReader(stream);
        return SchemaBuilder.Build(reader.ReadToEnd()).Schema!;
    }

    private static ResolverMap Resolvers() => new ResolverMap()
        .Field("Query", "accountGet", context => new ValueTask<object?>(context.State))
        .Object<Account>("User", user => user
            .Text("_id", x => x.Id)
            .Text("_createdAt", _ => Account.Time)
            .Text("_updatedAt", _ => Account.Time)
            .Text("name", x => x.Name)
            .Text("password", _ => null)
            .Text("hash", _ => null)
            .Json("hashOptions", _ => ReadOnlyMemory<byte>.Empty)
            .Text("registration", _ => Account.Time)
            .Flag("status", _ => true)
            .Texts("labels", x => x.Labels)
            .Text("passwordUpdate", _ => Account.Time)
            .Text("email", x => x.Email)
            .Text("phone", _ => "+491701234567")
            .Flag("emailVerification", _ => true)
            .Flag("phoneVerification", _ => false)
            .Flag("mfa", _ => false)
            .Object("prefs", x => x)
            .List("targets", x => x.Targets)
            .Text("accessedAt", _ => Account.Time))
        .Object<Account>("Preferences", prefs => prefs.Text("data", _ => """{"theme":"dark","language":"en"}"""))
        .Object<Target>("Target", target => target
            .Text("_id", x => x.Id)
            .Text("_createdAt", _ => Account.Time)
            .Text("_updatedAt", _ => Account.Time)
            .Text("name", _ => "")
            .Text("userId", _ => Account.Example.Id)
            .Text("providerId", _ => null)
            .Text("providerType", x => x.ProviderType)
            .Text("identifier", x => x.Identifier)
            .Flag("expired", _ => false));
}
