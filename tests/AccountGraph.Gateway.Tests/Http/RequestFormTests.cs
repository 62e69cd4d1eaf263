using System.Text.Json;
using AccountGraph.Testing;

namespace AccountGraph.Gateway.Tests.Http;

/// <summary>Every form in which a GraphQL request may come, and what is said to those that are none.</summary>
public sealed class RequestFormTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Answer = """{"data":{"__typename":"Query"}}""";
    private const string Form = "application/x-www-form-urlencoded";

    private readonly GatewayHost _host = shared.Host;

    [Theory]
    [InlineData("application/json", """{"query":"{ __typename }"}""")]
    [InlineData(
        "application/json; charset=utf-8",
        """{"query":"{ __typename }","variables":"{}","operationName":null}""")]
    [InlineData("APPLICATION/JSON", """ {"extra":[{}],"query":"{ __\u0074ypename }"} """)]
    [InlineData("application/graphql", "{ __typename }")]
    [InlineData("application/json", """[{"query":"{ __typename }"}]""")]
    public async Task A_post_is_understood(string contentType, string body)
    {
        using var client = _host.Guest();

        var answer = await client.PostAsync(body, contentType);

        Assert.Equal(200, answer.Status);
        Assert.Equal(Answer, answer.Body);
    }

    [Theory]
    [InlineData("/v1/graphql")]
    [InlineData("/v1/graphql/mutation")]
    [InlineData("/graphql")]
    public async Task All_addresses_answer_alike(string path)
    {
        using var client = _host.Guest();

        Assert.Equal(Answer, (await client.PostAsync("""{"query":"{ __typename }"}""", path: path)).Body);
    }

    [Fact]
    public async Task The_SDKs_wrap_the_request()
    {
        using var client = _host.Guest();
        client.Headers["X-SDK-GraphQL"] = "true";

        var single = await client.PostAsync("""{"query":{"query":"{ __typename }","variables":{}}}""");
        var batch = await client.PostAsync("""{"query":[{"query":"{ __typename }"},{"query":"{ a: __typename }"}]}""");

        Assert.Equal(Answer, single.Body);
        Assert.Equal($$$"""[{{{Answer}}},{"data":{"a":"Query"}}]""", batch.Body);
    }

    [Fact]
    public async Task Forms_need_a_header_that_no_page_sends_by_itself()
    {
        const string Multipart = "multipart/form-data; boundary=x";
        const string Parts =
            "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n"
            + "{\"query\":\"{ __typename }\"}\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"map\"\r\n\r\n{}\r\n--x--\r\n";
        using var page = _host.Guest();
        using var script = _host.Guest();
        script.Headers["X-Appwrite-Project"] = "default";

        foreach (var (type, body) in ((string, string)[])[(Form, "query=%7B+__typename+%7D"), (Multipart, Parts)])
        {
            var refused = await page.PostAsync(body, type);
            Assert.Equal(400, refused.Status);
            Assert.Equal("general_bad_request", refused.Json.GetProperty("type").GetString());
            Assert.Equal(Answer, (await script.PostAsync(body, type)).Body);
        }
    }

    [Fact]
    public async Task GET_runs_queries_and_never_mutations()
    {
        using var client = _host.Guest();

        var query = await client.GetAsync(
            "/v1/graphql?query=query%20A%20%7B__typename%7D&operationName=A&variables=%7B%7D");
        var mutation = await client.GetAsync("/v1/graphql?query=mutation%7BaccountCreateAnonymousSession%7B_id%7D%7D");

        Assert.Equal(Answer, query.Body);
        Assert.Equal(405, mutation.Status);
        Assert.Equal(["GET", "POST"], mutation.ContentHeaders.Allow);
        Assert.Null(mutation.Header("Set-Cookie"));
        Snapshot.Match(mutation.Body);
    }

    [Theory]
    [InlineData("/v1/graphql", 400, "general_argument_invalid")]
    [InlineData("/v1/graphql?query=", 400, "general_argument_invalid")]
    [InlineData("/v1/graphql?query=%7B__typename%7D&variables=%5B%5D", 400, "general_argument_invalid")]
    [InlineData("/v1/graphql?query=%7B__typename%7D&variables=%7B", 400, "general_argument_invalid")]
    public async Task A_bad_GET_is_told_what_is_wrong(string path, int status, string type)
    {
        using var client = _host.Guest();

        var answer = await client.GetAsync(path);

        Assert.Equal((status, type), (answer.Status, answer.Json.GetProperty("type").GetString()));
    }

    [Theory]
    [InlineData("", 400, "graphql_no_query")]
    [InlineData("   ", 400, "graphql_no_query")]
    [InlineData("{", 400, "graphql_no_query")]
    [InlineData("{\"query\":\"{ __typename }\"", 400, "graphql_no_query")]
    [InlineData("{\"query\":\"{ __typename }\"} trailing", 400, "graphql_no_query")]
    [InlineData("{}", 400, "graphql_no_query")]
    [InlineData("[]", 400, "graphql_no_query")]
    [InlineData("[{\"query\":\"{ __typename }\"},{}]", 400, "graphql_no_query")]
    [InlineData("[[]]", 400, "graphql_no_query")]
    [InlineData("7", 400, "graphql_no_query")]
    [InlineData("null", 400, "graphql_no_query")]
    [InlineData("\"{ __typename }\"", 400, "graphql_no_query")]
    [InlineData("{\"query\":7}", 400, "graphql_no_query")]
    [InlineData("{\"query\":null}", 400, "graphql_no_query")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":[]}", 400, "general_argument_invalid")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":7}", 400, "general_argument_invalid")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":\"{\"}", 400, "general_argument_invalid")]
    [InlineData("{\"query\":\"{ __typename }\",\"operationName\":7}", 400, "general_argument_invalid")]
    [InlineData("{\"query\":\"{ __typename } # \\ud800\"}", 400, "general_argument_invalid")]
    [InlineData("{\"query\":\"{ __typename }\",\"operationName\":\"\\ud800\"}", 400, "general_argument_invalid")]
    public async Task A_bad_POST_is_told_what_is_wrong(string body, int status, string type)
    {
        using var client = _host.Guest();

        var answer = await client.PostAsync(body);

        Assert.Equal((status, type), (answer.Status, answer.Json.GetProperty("type").GetString()));
        Assert.NotEqual("", answer.Json.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Both_kinds_of_client_can_read_why_there_is_no_answer()
    {
        using var client = _host.Guest();

        Snapshot.Match((await client.PostAsync("{}")).Body);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/xml", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("nonsense", 415)]
    [InlineData("multipart/form-data", 400)]
    [InlineData("multipart/form-data; boundary=x", 400)]
    public async Task Other_content_types_are_refused(string contentType, int status)
    {
        using var client = _host.Guest();
        client.Headers["X-Appwrite-Project"] = "default";

        var answer = await client.PostAsync("{\"query\":\"{ __typename }\"}", contentType);

        Assert.Equal(status, answer.Status);
        Assert.NotEqual("", answer.Json.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Other_methods_are_refused(string method)
    {
        using var client = _host.Guest();

        var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/v1/graphql"));

        Assert.Equal(405, answer.Status);
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_is_refused()
    {
        using var client = _host.Guest();

        var answer = await client.PostAsync(new string(' ', 10 * 1024 * 1024));

        Assert.Equal(413, answer.Status);
        Assert.Equal("general_body_too_large", answer.Json.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Deep_nesting_is_an_error_and_no_stack_overflow()
    {
        using var client = _host.Guest();
        const int Deep = 100_000;

        var braces = await client.PostAsync(new string('{', Deep), "application/graphql");
        var fields = await client.SendAsync(string.Concat(Enumerable.Repeat("{a", Deep)));
        var lists = await client.SendAsync($"{{ accountListLogs(queries: {new string('[', Deep)}) {{ total }} }}");
        var list = new string('[', Deep) + new string(']', Deep);
        var variables = await client.PostAsync($$$"""{"query":"{ __typename }","variables":{"a":{{{list}}} } }""");

        foreach (var answer in (GraphQLAnswer[])[braces, fields, lists])
        {
            Assert.Equal(200, answer.Status);
            Assert.Single(answer.Json.GetProperty("errors").EnumerateArray());
        }

        Assert.Equal(400, variables.Status);
    }

    [Theory]
    [InlineData("{ accountGet }")]
    [InlineData("{ nothing }")]
    [InlineData("mutation { accountUpdateMFA(mfa: \"yes\") { _id } }")]
    [InlineData("mutation { accountUpdateName(name: 7) { _id } }")]
    [InlineData("mutation { accountUpdateName { _id } }")]
    [InlineData("mutation { accountUpdateName(name: null) { _id } }")]
    [InlineData("{ accountListLogs(queries: [7]) { total } }")]
    [InlineData("subscription { accountGet }")]
    [InlineData("{ accountGet { _id } } {")]
    [InlineData("query A { __typename } query B { __typename }")]
    public async Task A_document_that_cannot_run_is_a_GraphQL_error(string document)
    {
        using var client = _host.Guest();

        var answer = await client.SendAsync(document);

        Assert.Equal(200, answer.Status);
        Assert.False(answer.Json.TryGetProperty("data", out _), answer.Body);
        foreach (var error in answer.Json.GetProperty("errors").EnumerateArray())
        {
            Assert.NotEqual("", error.GetProperty("message").GetString());
            Assert.Equal("graphql", error.GetProperty("extensions").GetProperty("category").GetString());
        }
    }

    [Theory]
    [InlineData("{\"name\":7}")]
    [InlineData("{\"name\":[\"x\"]}")]
    [InlineData("{\"name\":null}")]
    [InlineData("{}")]
    [InlineData("{\"name\":\"\\ud800\"}")]
    public async Task Variables_of_the_wrong_type_are_a_GraphQL_error(string variables)
    {
        using var user = await _host.NewUserAsync();
        var query = JsonSerializer.Serialize("mutation ($name: String!) { accountUpdateName(name: $name) { name } }");

        var answer = await user.PostAsync($$"""{"query":{{query}},"variables":{{variables}} }""");

        Assert.InRange(answer.Status, 200, 400);
        Assert.NotEmpty(answer.Json.GetProperty("errors").EnumerateArray());
    }

    [Fact]
    public async Task Text_beyond_ASCII_is_not_escaped()
    {
        using var user = await _host.NewUserAsync();

        var answer = await user.SendAsync("mutation { accountUpdateName(name: \"Ærø 🌍\") { name } }");

        Assert.Contains("\"Ærø 🌍\"", answer.Body);
        Assert.Equal("application/json; charset=UTF-8", answer.ContentHeaders.GetValues("Content-Type").Single());
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }
}
