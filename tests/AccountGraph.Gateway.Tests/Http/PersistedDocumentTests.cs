using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AccountGraph.Gateway.Hosting;

namespace AccountGraph.Gateway.Tests.Http;

public sealed class PersistedDocumentTests
{
    private const string Document = "{ __typename }";

    [Fact]
    public async Task A_document_is_known_by_its_hash_once_it_was_sent_with_it()
    {
        await using var host = await GatewayHost.StartAsync();
        using var guest = host.Guest();

        var unknown = await guest.PostAsync(Body(null, HashOf(Document)));
        var sent = await guest.PostAsync(Body(Document, HashOf(Document)));
        var known = await guest.PostAsync(Body(null, HashOf(Document)));

        Assert.Equal(("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND"), ErrorOf(unknown));
        Assert.Equal("Query", sent["__typename"].GetString());
        Assert.Equal("Query", known["__typename"].GetString());
    }

    [Fact]
    public async Task A_hash_of_another_document_is_refused_and_remembered_for_nothing()
    {
        await using var host = await GatewayHost.StartAsync();
        using var guest = host.Guest();
        var other = HashOf("{ accountGet { _id } }");

        var mismatch = await guest.PostAsync(Body(Document, other));
        var after = await guest.PostAsync(Body(null, other));

        Assert.Equal("PERSISTED_QUERY_HASH_MISMATCH", ErrorOf(mismatch).Code);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", ErrorOf(after).Code);
    }

    [Fact]
    public async Task With_a_folder_only_its_documents_run()
    {
        using var folder = new TemporaryFolder();
        folder.Write("names.graphql", "query Names { __typename }");
        await using var host = await GatewayHost.StartAsync($"GraphQL:TrustedDocuments={folder.Path}");
        using var guest = host.Guest();

        var byHash = await guest.PostAsync(Body(null, HashOf("query Names { __typename }")));
        var byText = await guest.SendAsync("query Names { __typename }");
        var foreign = await guest.SendAsync(Document);
        var registered = await guest.PostAsync(Body(Document, HashOf(Document)));

        Assert.Equal("Query", byHash["__typename"].GetString());
        Assert.Equal("Query", byText["__typename"].GetString());
        Assert.Equal("DOCUMENT_NOT_TRUSTED", ErrorOf(foreign).Code);
        Assert.Equal("DOCUMENT_NOT_TRUSTED", ErrorOf(registered).Code);
    }

    [Fact]
    public async Task A_trusted_document_that_does_not_fit_the_schema_stops_the_start_with_its_name()
    {
        using var folder = new TemporaryFolder();
        folder.Write("broken.graphql", "{ nothingOfTheKind }");

        var exception = await Assert.ThrowsAsync<SettingsException>(
            () => GatewayHost.StartAsync($"GraphQL:TrustedDocuments={folder.Path}"));

        Assert.Contains("broken.graphql", Assert.Single(exception.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cost_is_told_when_asked_for()
    {
        await using var host = await GatewayHost.StartAsync();
        using var guest = host.Guest();
        guest.Headers["GraphQL-Cost"] = "report";

        var answer = await guest.SendAsync("{ accountListLogs { total logs { event ip } } }");

        var cost = answer.Json.GetProperty("extensions").GetProperty("cost");
        Assert.Equal(100, cost.GetProperty("operation").GetInt32());
    }

    private static string Body(string? query, string hash) => JsonSerializer.Serialize(new
    {
        query,
        extensions = new { persistedQuery = new { version = 1, sha256Hash = hash } },
    });

    private static string HashOf(string document) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private static (string? Message, string? Code) ErrorOf(GraphQLAnswer answer)
    {
        var error = Assert.Single(answer.Json.GetProperty("errors").EnumerateArray());
        var code = error.GetProperty("extensions").GetProperty("code").GetString();
        return (error.GetProperty("message").GetString(), code);
    }
}
