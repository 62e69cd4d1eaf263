namespace AccountGraph.Gateway.Http;

/// <summary>What a request's body holds: one request, a batch, or a reason why it cannot be read.</summary>
internal readonly struct GraphQLHttpBody
{
    private readonly GraphQLHttpRequest _single;

    public GraphQLHttpBody(GraphQLHttpRequest single) => _single = single;

    /// <summary>A batch with one entry is answered like a single request.</summary>
    public GraphQLHttpBody(GraphQLHttpRequest[] batch)
    {
        if (batch.Length == 1) _single = batch[0];
        else Batch = batch;
    }

    private GraphQLHttpBody(HttpProblem problem) => Problem = problem;

    public HttpProblem? Problem { get; }

    public GraphQLHttpRequest[]? Batch { get; }

    public bool IsBatch => Batch is not null;

    public GraphQLHttpRequest Single => _single;

    public static implicit operator GraphQLHttpBody(HttpProblem problem) => new(problem);
}
