using System.ComponentModel.DataAnnotations;

namespace AccountGraph.Gateway.Hosting;

/// <summary>Section <c>OpenTelemetry</c>.</summary>
internal sealed class OpenTelemetryOptions : IValidatableObject
{
    public const string Section = "OpenTelemetry";

    /// <summary>Base address of a receiver of OTLP over HTTP. Without it nothing is measured or sent.</summary>
    public string? Endpoint { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is null) yield break;
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https")
            || address.Query.Length > 0)
        {
            yield return new ValidationResult(
                $"must be a base address such as http://collector:4318, not \"{Endpoint}\"",
                [nameof(Endpoint)]);
        }
    }

    /// <param name="signal"><c>traces</c>, <c>metrics</c> or <c>logs</c>.</param>
    internal Uri AddressOf(string signal) => new($"{Endpoint!.TrimEnd('/')}/v1/{signal}");
}
