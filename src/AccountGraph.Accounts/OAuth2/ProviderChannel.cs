using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>Calls providers. The client it is given has a time-out and a limit on answers, and follows no redirect:
/// a request carries secrets meant for one address.</summary>
public sealed class ProviderChannel(HttpClient http)
{
    /// <summary>The JSON of a successful answer, or an error that names the step and never what was sent or
    /// answered: both hold secrets.</summary>
    /// <param name="step">For the operator: which call it was.</param>
    public async ValueTask<ProviderReply> SendAsync(
        HttpRequestMessage request, string step, CancellationToken cancellation)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        // GitHub refuses requests without one.
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("AccountGraph", "1.0"));
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            if (!response.IsSuccessStatusCode) return ErrorOf((int)response.StatusCode, step);
            return TryRead(await response.Content.ReadAsStringAsync(cancellation), out var json)
                ? new ProviderReply(json)
                : Failed(step, "no readable answer");
        }
        catch (HttpRequestException)
        {
            return Failed(step, "no answer");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed(step, "no answer in time");
        }
    }

    public static AccountError Failed(string step, string reason) => AccountErrors.OAuth2ProviderError with
    {
        Message = $"The OAuth2 provider failed: {step}, {reason}.",
    };

    private static ProviderReply ErrorOf(int status, string step) => status switch
    {
        400 => AccountErrors.OAuth2BadRequest,
        401 => AccountErrors.OAuth2Unauthorized,
        _ => Failed(step, $"status {status}"),
    };

    private static bool TryRead(string text, [NotNullWhen(true)] out JsonElement json)
    {
        json = default;
        try
        {
            // Older providers answer as a form.
            if (text.TrimStart() is ['{' or '[', ..]) json = JsonElement.Parse(text);
            else json = JsonSerializer.SerializeToElement(FormOf(text));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonObject FormOf(string text)
    {
        var form = new JsonObject();
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) continue;
            form[Decode(pair[..equals])] = Decode(pair[(equals + 1)..]);
        }

        return form;

        static string Decode(string part) => System.Net.WebUtility.UrlDecode(part);
    }
}
