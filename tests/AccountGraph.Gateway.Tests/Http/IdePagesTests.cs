using System.Net;
using System.Text.Json;
using AccountGraph.Gateway.Http;

namespace AccountGraph.Gateway.Tests.Http;

public sealed class IdePagesTests : IDisposable
{
    private const string Browser =
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ide-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("/v1/graphql", "/v1/graphql/")]
    [InlineData("/graphql", "/graphql/")]
    [InlineData("/graphql?query=%7Ba%7D", "/graphql/?query=%7Ba%7D")]
    public async Task A_browser_is_led_to_the_slash_that_makes_addresses_relative(string path, string location)
    {
        await using var host = await StartAsync();

        using var response = await host.SendAsync(path, Browser);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(location, response.Headers.Location!.ToString());
        Assert.Contains("Accept", response.Headers.Vary);
    }

    [Theory]
    [InlineData("GET", "/graphql", "application/json")]
    [InlineData("GET", "/graphql", "application/graphql-response+json, text/html")]
    [InlineData("GET", "/graphql", "application/json, text/html;q=0.9")]
    [InlineData("GET", "/graphql", "text/html;q=0, */*")]
    [InlineData("GET", "/graphql/", "*/*")]
    [InlineData("POST", "/graphql", Browser)]
    [InlineData("POST", "/graphql/", Browser)]
    [InlineData("GET", "/graphql/mutation", Browser)]
    [InlineData("GET", "/graphql/../appsettings.json", Browser)]
    [InlineData("GET", "/graphql/%2e%2e/outside.txt", Browser)]
    [InlineData("GET", "/graphql/static", Browser)]
    [InlineData("GET", "/v1/account", Browser)]
    [InlineData("GET", "/graphqlx", Browser)]
    public async Task Everything_else_passes_by(string method, string path, string accept)
    {
        await using var host = await StartAsync();

        using var response = await host.SendAsync(path, accept, method);

        Assert.Contains("endpoint", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/graphql/", "text/html", "no-cache")]
    [InlineData("/graphql/index.html", "text/html", "no-cache")]
    [InlineData("/graphql/manifest.webmanifest", "application/manifest+json", "no-cache")]
    [InlineData("/v1/graphql/static/js/main.js", "text/javascript", "public, max-age=31536000, immutable")]
    [InlineData("/graphql/LICENSE", "text/plain", "no-cache")]
    public async Task Files_of_the_ide_are_sent_with_type_policy_and_caching(string path, string type, string caching)
    {
        await using var host = await StartAsync();

        using var response = await host.SendAsync(path, Browser);
        using var head = await host.SendAsync(path, Browser, "HEAD");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(caching, string.Join(", ", response.Headers.GetValues("Cache-Control")));
        Assert.Contains("connect-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(response.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task No_service_worker_keeps_an_old_ide_alive()
    {
        await using var host = await StartAsync();

        using var response = await host.SendAsync("/graphql/service-worker.js", "*/*");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_ide_is_told_to_keep_to_itself_and_starts_with_the_examples()
    {
        await using var host = await StartAsync();

        using var response = await host.SendAsync("/graphql/bcp-config.json", "*/*");
        var settings = JsonElement.Parse(await response.Content.ReadAsStringAsync());

        Assert.True(settings.GetProperty("disableTelemetry").GetBoolean());
        Assert.True(settings.GetProperty("useBrowserUrlAsEndpoint").GetBoolean());
        Assert.True(settings.GetProperty("includeCookies").GetBoolean());
        Assert.Equal("query Example { accountGet { _id } }", settings.GetProperty("graphQLDocument").GetString());
    }

    [Fact]
    public async Task Without_the_ide_the_page_says_how_to_get_it()
    {
        await using var host = await StartAsync(withIde: false);

        using var response = await host.SendAsync("/graphql/", Browser);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("Node.js", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_it_leaves_browsers_to_the_endpoint()
    {
        await using var host = await IdeHost.StartAsync(new IdeOptions { IsEnabled = false });

        using var response = await host.SendAsync("/graphql", Browser);

        Assert.Contains("endpoint", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_folder_the_server_still_answers()
    {
        await using var host = await IdeHost.StartAsync(new IdeOptions { Folder = "/nowhere" });

        using var response = await host.SendAsync("/graphql/", Browser);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("/nowhere", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<IdeHost> StartAsync(bool withIde = true)
    {
        var shipped = new IdeOptions().Folder;
        var folder = _folder.CreateSubdirectory("ide").FullName;
        File.WriteAllText(Path.Combine(_folder.FullName, "outside.txt"), "not for readers");
        File.Copy(Path.Combine(shipped, "missing.html"), Path.Combine(folder, "missing.html"));
        if (withIde)
        {
            Directory.CreateDirectory(Path.Combine(folder, "static", "js"));
            File.WriteAllText(Path.Combine(folder, "index.html"), "<!doctype html><title>IDE</title>");
            File.WriteAllText(Path.Combine(folder, "manifest.webmanifest"), "{}");
            File.WriteAllText(Path.Combine(folder, "LICENSE"), "Terms");
            File.WriteAllText(Path.Combine(folder, "static", "js", "main.js"), "0");
            File.WriteAllText(Path.Combine(folder, "examples.graphql"), "query Example { accountGet { _id } }");
        }

        return IdeHost.StartAsync(new IdeOptions { Folder = folder });
    }
}
