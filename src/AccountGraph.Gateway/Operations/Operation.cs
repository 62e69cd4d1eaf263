using AccountGraph.Accounts;
using AccountGraph.Gateway.RateLimits;

namespace AccountGraph.Gateway.Operations;

/// <summary>One row: everything that is known about an operation, read by GraphQL, REST, the checks, the limits
/// and the security log alike.</summary>
internal sealed class Operation
{
    /// <summary>The GraphQL field, which also names the operation in counters, logs and traces.</summary>
    public required string Name { get; init; }

    public required bool IsMutation { get; init; }

    /// <summary>Further GraphQL fields with the same meaning.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Empty for what is only a GraphQL field.</summary>
    public IReadOnlyList<RestRoute> Routes { get; init; } = [];

    public Scope Scope { get; init; }

    public SignInMethod? Method { get; init; }

    /// <summary>Refuses callers who are signed in already.</summary>
    public bool OpensSession { get; init; }

    /// <summary>A browser comes by itself, from whatever page: its origin proves nothing and is not looked at.
    /// </summary>
    public bool IsNavigation { get; init; }

    /// <summary>Open to a session that still awaits its second factor.</summary>
    public bool IsOpenToPending { get; init; }

    /// <summary>Asks for a second factor proved on this session within the last half hour.</summary>
    public bool NeedsFreshFactor { get; init; }

    /// <summary>Refuses to change a record newer than the request's <c>X-Appwrite-Timestamp</c>.</summary>
    public bool HonoursTimestamp { get; init; }

    public IReadOnlyList<RateLimit> Limits { get; init; } = [];

    /// <summary>What the security log calls it; null writes nothing.</summary>
    public string? LogEvent { get; init; }

    /// <summary>Success has no content: REST answers 204 and GraphQL the type <c>None</c>.</summary>
    public bool AnswersNothing => Routes.Count > 0 && Routes[0].Status == StatusCodes.Status204NoContent;

    public required OperationHandler Handler { get; init; }

    /// <summary>False for a published field that nothing stands behind yet.</summary>
    public bool IsBuilt { get; init; } = true;
}

/// <summary>Runs an operation whose checks have passed.</summary>
internal delegate ValueTask<Outcome<object>> OperationHandler(OperationCall call);
