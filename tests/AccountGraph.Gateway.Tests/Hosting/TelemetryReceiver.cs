using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AccountGraph.Gateway.Tests.Hosting;

/// <summary>Takes what is sent by OTLP over HTTP and keeps it, below a prefix as behind a proxy.</summary>
internal sealed class TelemetryReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, string Body)> _posts = new();

    private TelemetryReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(KeepAsync);
    }

    public string Endpoint => $"{_app.Urls.Single()}/collect";

    public static async Task<TelemetryReceiver> StartAsync()
    {
        var receiver = new TelemetryReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Texts stand in the binary bodies as they are.</summary>
    /// <param name="signal"><c>traces</c>, <c>metrics</c> or <c>logs</c>.</param>
    public string Received(string signal) =>
        string.Concat(_posts.Where(post => post.Path == $"/collect/v1/{signal}").Select(post => post.Body));

    public string Received() => string.Concat(_posts.Select(post => post.Body));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task KeepAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        _posts.Enqueue((http.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
    }
}
