using System.ComponentModel.DataAnnotations;

namespace AccountGraph.Gateway.RateLimits;

/// <summary>Section <c>RateLimits</c>.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    [EnumDataType(typeof(RateLimitProvider))]
    public RateLimitProvider Provider { get; set; } = RateLimitProvider.Memory;

    /// <summary>Off lets every call pass and sends no headers.</summary>
    public bool Enabled { get; set; } = true;
}
