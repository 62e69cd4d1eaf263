namespace AccountGraph.Gateway.RateLimits;

/// <summary>One part of a counter's key. A part without a value is written as <c>-</c>.</summary>
internal abstract record RateLimitPart
{
    private RateLimitPart()
    {
    }

    public static RateLimitPart Ip { get; } = new Address();

    public static RateLimitPart UserId { get; } = new Caller();

    public static RateLimitPart Argument(string name) => new OperationArgument(name);

    /// <summary>The client's address.</summary>
    public sealed record Address : RateLimitPart;

    /// <summary>The signed-in caller's id.</summary>
    public sealed record Caller : RateLimitPart;

    /// <summary>An argument as it was sent; email addresses in lower case.</summary>
    public sealed record OperationArgument(string Name) : RateLimitPart;
}
