using System.ComponentModel.DataAnnotations;

namespace AccountGraph.Gateway.RateLimits;

/// <summary>Section <c>RateLimits</c>.</summary>
internal sealed class RateLimitOptions : IValidatableObject
{
    public const string Section = "RateLimits";

    [EnumDataType(typeof(RateLimitProvider))]
    public RateLimitProvider Provider { get; set; } = RateLimitProvider.Memory;

    /// <summary>Off lets every call pass and sends no headers.</summary>
    public bool Enabled { get; set; } = true;

    public RedisOptions Redis { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == RateLimitProvider.Redis && Redis.ConnectionString is null)
        {
            yield return new ValidationResult(
                "must be set when RateLimits:Provider is Redis",
                [$"{nameof(Redis)}:{nameof(RedisOptions.ConnectionString)}"]);
        }
    }
}
