namespace AccountGraph.Storage.Adapters;

/// <summary>A piece of blocking work that waits for, or runs on, a worker thread.</summary>
public abstract class Call<TSession>
{
    /// <summary>In milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    public required long Deadline { get; init; }

    /// <summary>True when nobody waits any more: cancelled, too late or answered.</summary>
    public abstract bool IsOver { get; }

    /// <summary>Computes the answer and keeps it. May be run again after a failure.</summary>
    public abstract void Run(TSession session);

    /// <summary>Hands the answer out.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception reason);
}
