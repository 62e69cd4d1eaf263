using System.Text.Json;
using AccountGraph.Gateway.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace AccountGraph.Gateway.Tests.Http;

public sealed class IdeInBrowserTests
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    [Fact]
    public async Task The_examples_run_one_after_the_other_and_nobody_else_is_asked()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is missing.");
        Assert.SkipUnless(IdeHost.HasIde, "npm was missing when the gateway was built.");
        await using var server = await StartAsync();
        var origin = server.Urls.Single();
        using var playwright = await Playwright.CreateAsync();
        await using var browser =
            await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Quiet });
        // High enough to show every example: the editor draws only what is in sight.
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 1800 } });
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);

        await page.GotoAsync($"{origin}/v1/graphql");
        await page.GetByText("Create Document").ClickAsync();
        await RunAsync(page, 0);
        await RunAsync(page, 1);
        var answer = await RunAsync(page, 2);

        var user = answer.GetProperty("data").GetProperty("accountGet");
        Assert.Equal("ada@example.com", user.GetProperty("email").GetString());
        Assert.EndsWith("/v1/graphql/", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(asked, url => !IsLocal(url, origin));
    }

    private static async Task<WebApplication> StartAsync()
    {
        var server = GatewayApplication.Build(
        [
            "--environment=Development", "--urls=http://127.0.0.1:0",
            "--Storage:Sqlite:Path=:memory:", "--Logging:LogLevel:Default=None",
        ]);
        await server.OpenAsync();
        await server.StartAsync();
        return server;
    }

    /// <summary>Clicks "Run" above an example and returns what the browser was answered.</summary>
    private static async Task<JsonElement> RunAsync(IPage page, int example)
    {
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GetByText("Run ▷").Nth(example).ClickAsync(),
            response => response.Request.PostData?.Contains("account", StringComparison.Ordinal) == true);
        return JsonElement.Parse(await answer.TextAsync());
    }

    // blob: and data: addresses are made by the page itself.
    private static bool IsLocal(string url, string origin) =>
        url.StartsWith(origin + "/", StringComparison.Ordinal)
        || url.StartsWith("blob:" + origin, StringComparison.Ordinal)
        || url.StartsWith("data:", StringComparison.Ordinal);
}
