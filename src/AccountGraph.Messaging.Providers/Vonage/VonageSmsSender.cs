using System.Text.Json;
using Microsoft.Extensions.Options;

namespace AccountGraph.Messaging.Providers.Vonage;

/// <summary>Sends by Vonage's SMS API. Key and secret travel in the body, never in the address.</summary>
internal sealed class VonageSmsSender(HttpClient client, IOptions<VonageOptions> options, TimeProvider clock)
    : ISmsSender
{
    public async ValueTask<SendOutcome> SendAsync(SmsMessage message, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.BaseAddress, "/sms/json"));
        request.Content = new FormUrlEncodedContent(Fields(message));
        return await ProviderHttp.SendAsync(
            client, request, TimeSpan.FromSeconds(options.Value.TimeoutSeconds), clock, Read, cancellation);
    }

    private static SendOutcome Read(byte[] body)
    {
        try
        {
            var parts = JsonSerializer.Deserialize<VonageAnswer>(body)?.Messages ?? [];
            if (parts.Count == 0) return VonageStatus.Outcome(null);
            var outcomes = parts.Select(part => VonageStatus.Outcome(part.Status)).ToList();
            return outcomes.FirstOrDefault(outcome => outcome is SendOutcome.Refused)
                ?? outcomes.FirstOrDefault(outcome => outcome is SendOutcome.TryAgain)
                ?? outcomes[0];
        }
        catch (JsonException)
        {
            return new SendOutcome.TryAgain("an answer that is not JSON");
        }
    }

    private Dictionary<string, string> Fields(SmsMessage message)
    {
        var fields = new Dictionary<string, string>
        {
            ["api_key"] = options.Value.ApiKey,
            ["api_secret"] = options.Value.ApiSecret,
            ["from"] = options.Value.From,
            ["to"] = message.To.TrimStart('+'),
            ["text"] = message.Text,
        };
        // Without it, letters outside the basic alphabet arrive as question marks.
        if (!message.Text.All(char.IsAscii)) fields["type"] = "unicode";
        if (message.Id is not null) fields["client-ref"] = message.Id;
        return fields;
    }
}
