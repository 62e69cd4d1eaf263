namespace AccountGraph.Messaging.Providers.Vonage;

/// <summary>Settings of Vonage, section <c>Sms:Vonage</c>.</summary>
public sealed class VonageOptions
{
    public const string Section = "Sms:Vonage";

    public string ApiKey { get; set; } = "";

    public string ApiSecret { get; set; } = "";

    /// <summary>A number, or a name of up to 11 letters and digits where the country allows one.</summary>
    public string From { get; set; } = "";

    public Uri BaseAddress { get; set; } = new("https://rest.nexmo.com");

    public int TimeoutSeconds { get; set; } = 20;
}
