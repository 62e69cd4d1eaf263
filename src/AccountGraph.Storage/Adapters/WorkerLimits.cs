namespace AccountGraph.Storage.Adapters;

/// <param name="Name">For messages and thread names.</param>
/// <param name="Waiting">How many calls may wait before the next is refused.</param>
/// <param name="Deadline">From the call to its answer, waiting included.</param>
/// <param name="Batch">How many calls a thread takes at a time.</param>
public sealed record WorkerLimits(string Name, int Waiting, TimeSpan Deadline, int Batch = 1);
