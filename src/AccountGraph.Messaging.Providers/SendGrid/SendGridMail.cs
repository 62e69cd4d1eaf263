using System.Text.Json.Serialization;

namespace AccountGraph.Messaging.Providers.SendGrid;

/// <summary>The body of <c>POST /v3/mail/send</c>.</summary>
internal sealed record SendGridMail(
    [property: JsonPropertyName("personalizations")] IReadOnlyList<SendGridMail.Personalization> Personalizations,
    [property: JsonPropertyName("from")] SendGridMail.Party From,
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("content")] IReadOnlyList<SendGridMail.Part> Content,
    [property: JsonPropertyName("categories")] IReadOnlyList<string> Categories,
    [property: JsonPropertyName("tracking_settings")] SendGridMail.Tracking TrackingSettings)
{
    internal sealed record Personalization([property: JsonPropertyName("to")] IReadOnlyList<Party> To);

    internal sealed record Party(
        [property: JsonPropertyName("email")] string Email,
        [property: JsonPropertyName("name"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        string? Name);

    internal sealed record Part(
        [property: JsonPropertyName("type")] string Type, [property: JsonPropertyName("value")] string Value);

    internal sealed record Tracking(
        [property: JsonPropertyName("click_tracking")] ClickTracking ClickTracking,
        [property: JsonPropertyName("open_tracking")] Switch OpenTracking);

    internal sealed record ClickTracking(
        [property: JsonPropertyName("enable")] bool Enable,
        [property: JsonPropertyName("enable_text")] bool EnableText);

    internal sealed record Switch([property: JsonPropertyName("enable")] bool Enable);
}
