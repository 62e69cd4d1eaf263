namespace AccountGraph.GraphQL.Execution;

/// <summary>What an engine reuses from one operation to the next.</summary>
internal sealed class ExecutionPools
{
    private const int Capacity = 64;

    // A buffer that one giant answer has blown up is not kept for the small ones after it.
    private const int MostBufferBytes = 256 * 1024;

    public ExecutionPools(GraphQLEngineOptions options)
    {
        Executions = new(() => new OperationExecution(this, options), Capacity);
        Writers = new(() => new ResponseWriter(), Capacity);
        Buffers = new(() => new ResponseBuffer(1024), Capacity);
    }

    public Pool<OperationExecution> Executions { get; }

    public Pool<ResponseWriter> Writers { get; }

    /// <summary>Buffers of siblings; a response's own buffer is the caller's.</summary>
    public Pool<ResponseBuffer> Buffers { get; }

    public void Return(ResponseBuffer buffer)
    {
        if (buffer.Capacity > MostBufferBytes) buffer.Dispose();
        buffer.Clear();
        Buffers.Return(buffer);
    }
}
