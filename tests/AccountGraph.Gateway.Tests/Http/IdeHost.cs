using AccountGraph.Gateway.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AccountGraph.Gateway.Tests.Http;

/// <summary>The IDE before an endpoint that says it was reached, on a free port.</summary>
internal sealed class IdeHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private IdeHost(WebApplication app)
    {
        _app = app;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Origin) };
    }

    public string Origin => _app.Urls.Single();

    public HttpClient Client { get; }

    public static bool HasIde => File.Exists(Path.Combine(new IdeOptions().Folder, "index.html"));

    public static async Task<IdeHost> StartAsync(IdeOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.UseIde(options ?? new IdeOptions());
        app.Run(context => context.Response.WriteAsync("""{"data":{"reached":"endpoint"}}"""));
        await app.StartAsync();
        return new IdeHost(app);
    }

    public async Task<HttpResponseMessage> SendAsync(string path, string accept, string method = "GET")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
