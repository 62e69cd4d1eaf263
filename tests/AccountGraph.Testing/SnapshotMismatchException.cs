namespace AccountGraph.Testing;

public sealed class SnapshotMismatchException(string message) : Exception(message);
