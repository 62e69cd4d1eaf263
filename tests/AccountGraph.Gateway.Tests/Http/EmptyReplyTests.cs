namespace AccountGraph.Gateway.Tests.Http;

/// <summary>The switch <c>GraphQL:EmptyReplyForNoContent</c>, for clients that wait for status 204.</summary>
public sealed class EmptyReplyTests
{
    private const string Delete = "mutation { accountDeleteSession(sessionId: \"current\") { status } }";

    [Fact]
    public async Task One_field_without_content_is_answered_without_a_body()
    {
        await using var host = await GatewayHost.StartAsync("GraphQL:EmptyReplyForNoContent=true");
        using var user = await host.NewUserAsync();

        var answer = await user.SendAsync(Delete);

        Assert.Equal((204, ""), (answer.Status, answer.Body));
        Assert.Empty(user.Cookies);
    }

    [Theory]
    [InlineData("mutation { accountDeleteSession(sessionId: \"nothing\") { status } }")]
    [InlineData("mutation { accountUpdateName(name: \"Grace\") { name } }")]
    [InlineData("mutation { a: accountDeleteSessions { status } accountDeleteSessions { status } }")]
    [InlineData("{ __typename }")]
    public async Task Everything_else_keeps_its_body(string document)
    {
        await using var host = await GatewayHost.StartAsync("GraphQL:EmptyReplyForNoContent=true");
        using var user = await host.NewUserAsync();

        var answer = await user.SendAsync(document);

        Assert.Equal(200, answer.Status);
        Assert.NotEqual("", answer.Body);
    }

    [Fact]
    public async Task Off_by_default()
    {
        await using var host = await GatewayHost.StartAsync();
        using var user = await host.NewUserAsync();

        Assert.Equal(200, (await user.SendAsync(Delete)).Status);
    }
}
