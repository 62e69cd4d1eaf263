using System.ComponentModel.DataAnnotations;
using StackExchange.Redis;

namespace AccountGraph.Gateway.RateLimits;

/// <summary>Section <c>RateLimits:Redis</c>.</summary>
internal sealed class RedisOptions : IValidatableObject
{
    /// <summary>As StackExchange.Redis writes it: <c>redis:6379,password=...,ssl=true</c>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>PEM file of the authority that signed the server's certificate. Without it the system's
    /// authorities are asked.</summary>
    public string? CertificateAuthorityPath { get; set; }

    /// <summary>How long a call may take, connecting included.</summary>
    [Range(50, 60_000)]
    public int TimeoutMilliseconds { get; set; } = 1000;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ConnectionString is not null && !NamesServer(ConnectionString))
        {
            // The text holds a password, so the message does not repeat it.
            yield return new ValidationResult(
                "must have the form host:port,password=...,ssl=true",
                [nameof(ConnectionString)]);
        }

        if (CertificateAuthorityPath is not null && !File.Exists(CertificateAuthorityPath))
        {
            yield return new ValidationResult(
                $"must be a PEM file; there is none at \"{CertificateAuthorityPath}\"",
                [nameof(CertificateAuthorityPath)]);
        }
    }

    private static bool NamesServer(string connectionString)
    {
        try
        {
            return ConfigurationOptions.Parse(connectionString).EndPoints.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
