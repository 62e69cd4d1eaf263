using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace AccountGraph.Gateway.Http;

/// <summary>Shows the IDE to browsers at the GraphQL endpoints. Everything else passes by: other methods, clients that
/// do not ask for a page, paths that are no file of the IDE.</summary>
internal sealed class IdePages(RequestDelegate next, IdeOptions options)
{
    // The IDE compiles JSON schemas with the Function constructor and stays blank without 'unsafe-eval'. connect-src
    // keeps it from sending anything elsewhere, whatever its settings.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
        "font-src 'self' data:; img-src 'self' data:; worker-src 'self'; connect-src 'self'; manifest-src 'self'; " +
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private readonly PhysicalFileProvider? _files =
        Directory.Exists(options.Folder) ? new PhysicalFileProvider(options.Folder) : null;

    private readonly FileExtensionContentTypeProvider _types =
        new() { Mappings = { [".webmanifest"] = "application/manifest+json" } };

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return next(context);

        foreach (var endpoint in options.Endpoints)
        {
            if (!request.Path.StartsWithSegments(endpoint, out var rest)) continue;
            if (rest.Value is not (null or "" or "/")) return AssetAsync(context, rest.Value);
            if (!PrefersPage(request)) return next(context);

            // The addresses inside the page are relative to the folder that the slash makes of the endpoint.
            if (rest.Value is "/") return PageAsync(context);
            context.Response.Headers.Vary = HeaderNames.Accept;
            context.Response.Redirect($"{request.PathBase}{endpoint}/{request.QueryString}");
            return Task.CompletedTask;
        }

        return next(context);
    }

    private Task PageAsync(HttpContext context)
    {
        context.Response.Headers.Vary = HeaderNames.Accept;
        if (_files?.GetFileInfo("index.html") is { Exists: true } page) return SendAsync(context, page, "no-cache");

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return _files?.GetFileInfo("missing.html") is { Exists: true } explanation
            ? SendAsync(context, explanation, "no-store")
            : context.Response.WriteAsync($"The IDE is missing: there is no folder {options.Folder}.");
    }

    private Task AssetAsync(HttpContext context, string path)
    {
        if (path == "/bcp-config.json") return SettingsAsync(context);

        // Without its service worker the IDE works the same, and no stale copy stays in browsers once it is off.
        if (path == "/service-worker.js")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (_files?.GetFileInfo(path) is not { Exists: true, IsDirectory: false } file) return next(context);

        // File names below static/ change with their content.
        var cached = path.StartsWith("/static/", StringComparison.Ordinal);
        return SendAsync(context, file, cached ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private async Task SettingsAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(
            new
            {
                title = "AccountGraph",
                disableTelemetry = true,
                useBrowserUrlAsEndpoint = true,
                includeCookies = true,
                graphQLDocument = await ExamplesAsync(context.RequestAborted),
            },
            context.RequestAborted);
    }

    private async Task<string> ExamplesAsync(CancellationToken cancellation) =>
        _files?.GetFileInfo("examples.graphql") is { Exists: true, PhysicalPath: { } path }
            ? await File.ReadAllTextAsync(path, cancellation)
            : "";

    private async Task SendAsync(HttpContext context, IFileInfo file, string caching)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = caching;
        context.Response.ContentType = _types.TryGetContentType(file.Name, out var type) ? type : "text/plain";
        context.Response.ContentLength = file.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await context.Response.SendFileAsync(file, context.RequestAborted);
    }

    // A page is preferred when text/html is named and nothing that the endpoint speaks is named before or above it.
    private static bool PrefersPage(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        var page = accepted.FirstOrDefault(type => Is(type, "text/html"));
        var data = accepted.FirstOrDefault(type =>
            Is(type, "application/json") || Is(type, "application/graphql-response+json"));
        if (page is null || Quality(page) == 0) return false;
        if (data is null || Quality(page) > Quality(data)) return true;
        return Quality(page) == Quality(data) && accepted.IndexOf(page) < accepted.IndexOf(data);
    }

    private static bool Is(MediaTypeHeaderValue type, string name) =>
        type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static double Quality(MediaTypeHeaderValue type) => type.Quality ?? 1;
}
