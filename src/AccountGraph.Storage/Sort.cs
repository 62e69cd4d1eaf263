namespace AccountGraph.Storage;

public readonly record struct Sort(string Field, bool Descending = false);
