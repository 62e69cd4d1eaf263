using System.Text.Json.Serialization;

namespace AccountGraph.Messaging.Providers.Vonage;

/// <summary>The answer of <c>POST /sms/json</c>: an entry for each part of the message, with its own status.</summary>
internal sealed record VonageAnswer(
    [property: JsonPropertyName("messages")] IReadOnlyList<VonageAnswer.Part>? Messages)
{
    internal sealed record Part([property: JsonPropertyName("status")] string? Status);
}
