using System.ComponentModel.DataAnnotations;
using System.Net;

namespace AccountGraph.Gateway.Hosting;

/// <summary>Section <c>Server</c>.</summary>
internal sealed class ServerOptions : IValidatableObject
{
    public const string Section = "Server";

    /// <summary>Scheme and host of links that the server itself makes, never taken from a request.</summary>
    public string PublicOrigin { get; set; } = "http://localhost:5080";

    /// <summary>Addresses or networks (<c>10.0.0.0/8</c>) whose forwarded headers are believed.</summary>
    public IList<string> TrustedProxies { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(PublicOrigin, UriKind.Absolute, out var origin)
            || origin.Scheme is not ("http" or "https")
            || origin.PathAndQuery != "/")
        {
            yield return new ValidationResult(
                $"must be a scheme and a host such as https://accounts.example.com, not \"{PublicOrigin}\"",
                [nameof(PublicOrigin)]);
        }

        for (var i = 0; i < TrustedProxies.Count; i++)
        {
            if (!TryParseNetwork(TrustedProxies[i], out _))
            {
                yield return new ValidationResult(
                    $"must be an address or a network such as 10.0.0.0/8, not \"{TrustedProxies[i]}\"",
                    [$"{nameof(TrustedProxies)}:{i}"]);
            }
        }
    }

    internal static bool TryParseNetwork(string text, out IPNetwork network)
    {
        if (text.Contains('/', StringComparison.Ordinal)) return IPNetwork.TryParse(text, out network);
        var isAddress = IPAddress.TryParse(text, out var address);
        network = isAddress ? new IPNetwork(address!, address!.GetAddressBytes().Length * 8) : default;
        return isAddress;
    }
}
