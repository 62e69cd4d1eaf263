using AccountGraph.Gateway.Hosting;

namespace AccountGraph.Gateway.Tests.Hosting;

public sealed class SettingsReaderTests
{
    [Theory]
    [InlineData("GraphQL:MaxDepth=deep", "GraphQL:MaxDepth")]
    [InlineData("GraphQL:MaxDepth=0", "GraphQL:MaxDepth")]
    [InlineData("GraphQL:MaxDeep=5", "GraphQL:MaxDeep is not a setting")]
    [InlineData("Storage:Provider=Oracle", "Storage:Provider")]
    [InlineData("Storage:Sqlite:Pfad=x", "Storage:Sqlite:Pfad is not a setting")]
    [InlineData("Server:PublicOrigin=accounts.example.com", "Server:PublicOrigin")]
    [InlineData("Server:TrustedProxies:0=10.0.0.0/99", "Server:TrustedProxies:0")]
    [InlineData("Jwt:Secret=short", "Jwt:Secret")]
    [InlineData("Email:Smtp:Hots=mail", "Email:Smtp:Hots is not a setting")]
    [InlineData("Projects:default:Auth:MaxSessions=0", "Projects:default:Auth:MaxSessions")]
    [InlineData("Projects:default:Auth:Anonymus=true", "Projects:default:Auth:Anonymus is not a setting")]
    public async Task A_setting_that_cannot_be_used_is_named_in_full(string setting, string expected)
    {
        var exception = await Assert.ThrowsAsync<SettingsException>(() => GatewayHost.StartAsync(setting));

        Assert.Contains(expected, Assert.Single(exception.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_has_no_keys_of_its_own()
    {
        var exception = await Assert.ThrowsAsync<SettingsException>(
            () => GatewayHost.StartAsync("environment=Production"));

        Assert.Contains(exception.Problems, problem => problem.StartsWith("Jwt:Secret", StringComparison.Ordinal));
        Assert.Contains(exception.Problems, problem => problem.StartsWith("Secrets:Key", StringComparison.Ordinal));
    }
}
