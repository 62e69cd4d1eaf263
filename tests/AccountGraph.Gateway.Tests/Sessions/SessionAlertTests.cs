namespace AccountGraph.Gateway.Tests.Sessions;

public sealed class SessionAlertTests
{
    [Fact]
    public async Task The_second_session_is_told_by_mail_where_the_project_wants_it()
    {
        await using var host = await GatewayHost.StartAsync("Projects:default:Auth:SessionAlerts=true");
        var email = TestUsers.NewEmail();
        await host.RegisterAsync(email);

        using var first = await host.SignInAsync(email);
        using var second = await host.SignInAsync(email);

        // Messages are delivered in turn: once this one is there, so are the alerts before it.
        using var guest = host.Guest();
        await guest.ValueOfAsync(
            "mutation ($email: String!) { accountCreateEmailToken(userId: \"unique()\", email: $email) { _id } }",
            new { email });
        await host.CodeSentToAsync(email, "otpSession");
        Assert.Single(
            await host.MessagesToAsync(email),
            message => message.GetProperty("kind").GetString() == "sessionAlert");
    }
}
