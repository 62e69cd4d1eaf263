using System.Runtime.CompilerServices;

namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// Fields of one object, or items of one list, that are under way together. Each one that waits keeps the writer it
/// has begun to write to; what comes after it is written by the next one. Joining appends them in order.
/// </summary>
internal sealed class Siblings(ResponseWriter parent, ValueTask<bool> first, int depth) : IDisposable
{
    private readonly List<(ResponseWriter Writer, ValueTask<bool> Written)> _waiting = [];
    private ResponseWriter? _writer;
    private bool _isNull;
    private bool _isJoined;

    /// <summary>Where the next sibling writes.</summary>
    public ResponseWriter Writer => _writer ??= parent.Branch(depth);

    /// <summary>Takes what the next sibling has begun; false when the rest need not begin.</summary>
    public bool Add(ValueTask<bool> written)
    {
        if (written.IsCompletedSuccessfully)
        {
            _isNull |= !written.Result;
            return !_isNull;
        }

        _waiting.Add((_writer!, written));
        _writer = null;
        return true;
    }

    /// <summary>Waits for all, even if one turns out null: they still use their writers.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> JoinAsync()
    {
        _isNull |= !await first;
        foreach (var (writer, written) in _waiting)
        {
            _isNull |= !await written;
            if (!_isNull) parent.Output.Write(writer.Output.WrittenSpan);
        }

        _isJoined = true;
        if (!_isNull && _writer is not null) parent.Output.Write(_writer.Output.WrittenSpan);
        return !_isNull;
    }

    /// <summary>Gives the writers back, unless something went so wrong that siblings may still be using them.</summary>
    public void Dispose()
    {
        if (!_isJoined) return;

        foreach (var (writer, _) in _waiting) parent.Release(writer);
        if (_writer is not null) parent.Release(_writer);
    }
}
