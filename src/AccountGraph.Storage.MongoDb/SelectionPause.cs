namespace AccountGraph.Storage.MongoDb;

/// <summary>After no server was found, calls fail at once for a second: each would else hold a thread for the whole
/// time of a selection, and all that wait behind it.</summary>
internal sealed class SelectionPause
{
    private const int PauseMilliseconds = 1000;

    private long _end;

    public void Begin() => Volatile.Write(ref _end, Environment.TickCount64 + PauseMilliseconds);

    public bool IsOn => Environment.TickCount64 < Volatile.Read(ref _end);
}
