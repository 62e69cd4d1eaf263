using System.Buffers;
using AccountGraph.GraphQL.Execution;

namespace AccountGraph.Gateway.Http;

/// <summary>The buffers and the clock of one GraphQL request, used again by the next.</summary>
internal sealed class GraphQLExchange : IDisposable
{
    // A request or answer larger than this is rare; its memory is given back.
    private const int LargestKept = 64 * 1024;

    private CancellationTokenSource _timeLimit = new();

    public ArrayBufferWriter<byte> Body { get; private set; } = new(1024);

    public ResponseBuffer Response { get; private set; } = new(4096);

    public CancellationToken StartClock(TimeSpan limit)
    {
        _timeLimit.CancelAfter(limit);
        return _timeLimit.Token;
    }

    /// <summary>Ready for the next request.</summary>
    public void Reset()
    {
        if (!_timeLimit.TryReset())
        {
            _timeLimit.Dispose();
            _timeLimit = new CancellationTokenSource();
        }

        // Bodies hold passwords.
        if (Body.Capacity > LargestKept) Body = new ArrayBufferWriter<byte>(1024);
        else Body.Clear();

        if (Response.Length > LargestKept)
        {
            Response.Dispose();
            Response = new ResponseBuffer(4096);
        }

        Response.Clear();
    }

    public void Dispose()
    {
        _timeLimit.Dispose();
        Response.Dispose();
    }
}
