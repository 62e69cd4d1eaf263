using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AccountGraph.Messaging.Tests;

/// <summary>A provider's HTTP API on a real socket; keeps what it was sent, answers what the test says.</summary>
internal sealed class FakeHttpProvider : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeHttpProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public ConcurrentQueue<(string Line, string? Authorization, string? Type, string Body)> Requests { get; } = new();

    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<FakeHttpProvider> StartAsync()
    {
        var provider = new FakeHttpProvider();
        await provider._app.StartAsync();
        return provider;
    }

    public void Answers(int status, string body = "", string? retryAfter = null) => Answer = async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.WriteAsync(body);
    };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        var line = $"{request.Method} {request.Path}{request.QueryString}";
        Requests.Enqueue((line, request.Headers.Authorization, request.ContentType, body));
        await Answer(context);
    }
}
