using System.Net.Mime;
using AccountGraph.Messaging.Providers;
using AccountGraph.Messaging.Providers.Outbox;
using AccountGraph.Storage;
using AccountGraph.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace AccountGraph.Messaging.Tests.Outbox;

/// <summary>The mailbox page served as the gateway serves it, and a browser in front of it.</summary>
internal sealed class MailboxHost : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly ServiceProvider _services;
    private readonly WebApplication _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private MailboxHost()
    {
        _services = ProviderHost.Build(new Dictionary<string, string?>(), new ManualClock());
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = MailboxPage.ContentSecurityPolicy;
            return next(context);
        });
        _app.MapGet("/mailbox", () => Results.Bytes(MailboxPage.Html, MediaTypeNames.Text.Html));
        _app.MapGet("/mailbox/mailbox.css", () => Results.Bytes(MailboxPage.Style, MediaTypeNames.Text.Css));
        _app.MapGet("/mailbox/mailbox.js", () => Results.Bytes(MailboxPage.Script, MediaTypeNames.Text.JavaScript));
        _app.MapGet("/mailbox/messages", (string? to, CancellationToken cancellation) =>
            _services.GetRequiredService<OutboxReader>().ListAsync(to, cancellation).AsTask());
    }

    /// <summary>Errors of the page, what the policy blocked included.</summary>
    public List<string> Complaints { get; } = [];

    public List<string> Asked { get; } = [];

    public string Origin => _app.Urls.Single();

    public static async Task<MailboxHost> StartAsync()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"{Chromium} is missing.");
        var host = new MailboxHost();
        var store = host._services.GetRequiredService<IDocumentStore>();
        foreach (var collection in MessagingCollections.All) await store.EnsureAsync(collection, default);
        await host._app.StartAsync();
        host._playwright = await Playwright.CreateAsync();
        host._browser = await host._playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        return host;
    }

    public async Task<IPage> OpenAsync(string path = "/mailbox", int width = 1200)
    {
        var page = await _browser!.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        page.Console += (_, message) =>
        {
            if (message.Type == "error") Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Asked.Add(request.Url);
        await page.GotoAsync(Origin + path);
        return page;
    }

    public async Task SendAsync(EmailMessage mail) =>
        await _services.GetRequiredService<IEmailSender>().SendAsync(mail, default);

    public async Task SendAsync(SmsMessage text) =>
        await _services.GetRequiredService<ISmsSender>().SendAsync(text, default);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await _app.DisposeAsync();
        await _services.DisposeAsync();
    }
}
