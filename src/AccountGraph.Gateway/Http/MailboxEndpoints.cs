using AccountGraph.Messaging.Providers.Outbox;

namespace AccountGraph.Gateway.Http;

/// <summary>The page that shows what would have been sent, for Development.</summary>
internal static class MailboxEndpoints
{
    public static void MapMailbox(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        app.MapGet("/mailbox", http => SendAsync(http, MailboxPage.Html, "text/html; charset=utf-8"));
        app.MapGet("/mailbox/mailbox.css", http => SendAsync(http, MailboxPage.Style, "text/css; charset=utf-8"));
        app.MapGet("/mailbox/mailbox.js", http =>
            SendAsync(http, MailboxPage.Script, "text/javascript; charset=utf-8"));
        app.MapGet("/mailbox/messages", async (string? to, IServiceProvider services, CancellationToken cancellation) =>
        {
            // Registered only while a channel keeps its messages.
            var outbox = services.GetService<OutboxReader>();
            return Results.Json(outbox is null ? [] : await outbox.ListAsync(to, cancellation));
        });
    }

    private static async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> content, string contentType)
    {
        http.Response.ContentType = contentType;
        http.Response.Headers.ContentSecurityPolicy = MailboxPage.ContentSecurityPolicy;
        http.Response.Headers.CacheControl = "no-cache";
        await http.Response.BodyWriter.WriteAsync(content, http.RequestAborted);
    }
}
