using System.Text;
using System.Text.Encodings.Web;
using AccountGraph.Accounts;
using AccountGraph.Accounts.OAuth2;
using AccountGraph.Gateway.Operations;

namespace AccountGraph.Gateway.Http;

/// <summary>The addresses that browsers and OAuth2 providers visit.</summary>
internal sealed class OAuth2Endpoints(
    OperationRunner runner, CallerReader callers, OAuth2Operations operations, ILogger<OAuth2Endpoints> logger)
{
    private const string Sessions = "/v1/account/sessions/oauth2";
    private const string Tokens = "/v1/account/tokens/oauth2";
    private const int LongestParameter = 2048;
    private const int LongestProjectId = 1024;
    private const int LongestForm = 64 * 1024;

    // What a provider may send on; anything else of its making stops here.
    private static readonly string[] Passed = ["code", "state", "error", "error_description", "iss", "user"];

    public void Map(WebApplication app)
    {
        app.MapGet(Sessions + "/{provider}", http => StartAsync(http, operations.StartForSession));
        app.MapGet(Tokens + "/{provider}", http => StartAsync(http, operations.StartForToken));
        app.MapMethods(Sessions + "/callback/{provider}/{projectId}", ["GET", "POST"], PassOnAsync);
        app.MapGet(Sessions + "/{provider}/redirect", CompleteAsync);
        app.MapGet(SignInPages.Success, http => WritePageAsync(http, "You are signed in. You can close this page."));
        app.MapGet(SignInPages.Failure, http => WritePageAsync(http, "Signing in failed. Try again."));
    }

    private async Task StartAsync(HttpContext http, Operation operation)
    {
        if (await RunAsync<StartedSignIn>(http, operation) is not var (call, started)) return;
        AttemptCookie.Write(http, call.Request.Origin, started);
        Redirect(http, started.Location);
    }

    /// <summary>Same for all providers, so that one address can be registered with each: a form post becomes a GET,
    /// with which the browser sends its cookies.</summary>
    private async Task PassOnAsync(HttpContext http)
    {
        var provider = (string)http.Request.RouteValues["provider"]!;
        var projectId = (string)http.Request.RouteValues["projectId"]!;
        if (projectId.Length > LongestProjectId || ProviderCatalog.Find(provider) is null)
        {
            await RefuseAsync(http, AccountErrors.ArgumentInvalid("provider", "is no known OAuth2 provider."));
            return;
        }

        var sent = await ReadAsync(http);
        if (sent is null || sent.Values.Any(value => value.Length > LongestParameter))
        {
            await RefuseAsync(http, AccountErrors.ArgumentInvalid("code", "or another parameter is too long."));
            return;
        }

        sent["project"] = projectId;
        Redirect(http, $"{Sessions}/{provider}/redirect{QueryString.Create(sent!)}");
    }

    private async Task CompleteAsync(HttpContext http)
    {
        if (await RunAsync<CompletedSignIn>(http, operations.Complete) is var (_, walk)) Redirect(http, walk.Location);
    }

    /// <summary>Null when an error was answered.</summary>
    private async Task<(OperationCall Call, T Answer)?> RunAsync<T>(HttpContext http, Operation operation)
        where T : class
    {
        var cancellation = http.RequestAborted;
        if (callers.FindProject(http.Request) is not { } project)
        {
            await RefuseAsync(http, AccountErrors.ProjectNotFound);
            return null;
        }

        if (!project.Rest)
        {
            await RefuseAsync(http, AccountErrors.ApiDisabled);
            return null;
        }

        var context = await callers.ReadAsync(http, project, cancellation);
        var call = new OperationCall(context, new QueryArguments(http.Request), cancellation);
        AttemptCookie.Clear(http, context.Origin, call.Arguments.OptionalText("state"));
        var outcome = await runner.RunAsync(operation, call);
        if (outcome.IsSuccess) return (call, (T)outcome.Value);
        logger.LogInformation(
            "A walk to {Provider} ended: {Type}, {Message}",
            call.Arguments.Text("provider"),
            outcome.Error.Type,
            outcome.Error.Message);
        // Once a walk is known to be ours its failure URL is told.
        if (http.Response.Headers.Location is [{ } failure]) Redirect(http, failure);
        else await RefuseAsync(http, outcome.Error);
        return null;
    }

    private static async Task<Dictionary<string, string>?> ReadAsync(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method)) return Select(name => request.Query[name]);
        if (!request.HasFormContentType || request.ContentLength is null or > LongestForm) return null;
        var form = await request.ReadFormAsync(http.RequestAborted);
        return Select(name => form[name]);

        static Dictionary<string, string> Select(Func<string, string?> read) => Passed
            .Select(name => (name, value: read(name)))
            .Where(pair => !string.IsNullOrEmpty(pair.value))
            .ToDictionary(pair => pair.name, pair => pair.value!);
    }

    private static void Redirect(HttpContext http, string location)
    {
        var response = http.Response;
        response.StatusCode = StatusCodes.Status301MovedPermanently;
        // Headers are ASCII; browsers read the escaped form as the same address.
        response.Headers.Location = Ascii.IsValid(location) ? location : new Uri(location).AbsoluteUri;
        WriteNoStore(response);
    }

    private static async Task RefuseAsync(HttpContext http, AccountError error)
    {
        if (!PrefersPage(http.Request))
        {
            await ErrorMapper.WriteAsync(http, error, http.RequestAborted, isGraphQL: false);
            return;
        }

        http.Response.StatusCode = error.Code;
        await WritePageAsync(http, error.Message);
    }

    private static bool PrefersPage(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        var html = accept.IndexOf("text/html", StringComparison.OrdinalIgnoreCase);
        var json = accept.IndexOf("application/json", StringComparison.OrdinalIgnoreCase);
        return html >= 0 && (json < 0 || html < json);
    }

    private static Task WritePageAsync(HttpContext http, string text)
    {
        var response = http.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        WriteNoStore(response);
        return response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Sign in</title></head>
            <body><p>{HtmlEncoder.Default.Encode(text)}</p></body>
            </html>
            """,
            http.RequestAborted);
    }

    private static void WriteNoStore(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store, no-cache, must-revalidate, max-age=0";
        response.Headers.Pragma = "no-cache";
        // The address holds a code or a token, which no other site needs to see.
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
