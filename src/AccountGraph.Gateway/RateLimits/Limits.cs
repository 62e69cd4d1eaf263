namespace AccountGraph.Gateway.RateLimits;

/// <summary>Every published limit, by the name its rows use. Windows are 60 minutes.</summary>
internal static class Limits
{
    private const string SharedAddress = "shared-ip";
    private const string SharedAddressAndUser = "shared-ip-user";

    public static readonly IReadOnlyList<RateLimit> None = [];

    public static readonly IReadOnlyList<RateLimit> TenPerAddress = [RateLimit.PerOperation(10, RateLimitPart.Ip)];

    public static readonly IReadOnlyList<RateLimit> HundredPerAddress =
        [RateLimit.PerOperation(100, RateLimitPart.Ip)];

    public static readonly IReadOnlyList<RateLimit> TenPerCaller = [RateLimit.PerOperation(10, RateLimitPart.UserId)];

    public static readonly IReadOnlyList<RateLimit> HundredPerCaller =
        [RateLimit.PerOperation(100, RateLimitPart.UserId)];

    public static readonly IReadOnlyList<RateLimit> TenPerCallerAndAddress =
        [RateLimit.PerOperation(10, RateLimitPart.UserId), RateLimit.PerOperation(10, RateLimitPart.Ip)];

    /// <summary>One counter per address for anonymous sessions and OAuth2 together.</summary>
    public static readonly IReadOnlyList<RateLimit> SharedPerAddress =
        [RateLimit.Shared(50, SharedAddress, RateLimitPart.Ip)];

    /// <summary>One counter per address and user for the three ways of turning a token into a session.</summary>
    public static readonly IReadOnlyList<RateLimit> SharedPerAddressAndUser =
        [RateLimit.Shared(10, SharedAddressAndUser, RateLimitPart.Ip, RateLimitPart.Argument("userId"))];

    /// <summary>Per user named by the argument, whatever route the guess takes.</summary>
    public static readonly IReadOnlyList<RateLimit> TenPerUserAnywhere =
        [RateLimit.Shared(10, "shared-user", RateLimitPart.Argument("userId"))];

    public static IReadOnlyList<RateLimit> TenPer(string argument) =>
        [RateLimit.PerOperation(10, RateLimitPart.Argument(argument))];

    public static IReadOnlyList<RateLimit> PerArgumentAndAddress(int limit, string argument) =>
    [
        RateLimit.PerOperation(limit, RateLimitPart.Argument(argument)),
        RateLimit.PerOperation(limit, RateLimitPart.Ip),
    ];
}
