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
    public async Task The_ide_opens_with_the_examples_and_asks_nobody_else()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is missing.");
        Assert.SkipUnless(IdeHost.HasIde, "npm was missing when the gateway was built.");
        await using var host = await IdeHost.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser =
            await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Quiet });
        var page = await browser.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);

        await page.GotoAsync($"{host.Origin}/v1/graphql");
        await page.GetByText("Create Document").ClickAsync();
        await page.GetByText("accountCreate").First.WaitForAsync();

        Assert.EndsWith("/v1/graphql/", page.Url, StringComparison.Ordinal);
        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, url => !IsLocal(url, host.Origin));
    }

    // blob: and data: addresses are made by the page itself.
    private static bool IsLocal(string url, string origin) =>
        url.StartsWith(origin + "/", StringComparison.Ordinal)
        || url.StartsWith("blob:" + origin, StringComparison.Ordinal)
        || url.StartsWith("data:", StringComparison.Ordinal);
}
