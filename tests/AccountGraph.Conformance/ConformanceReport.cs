namespace AccountGraph.Conformance;

/// <summary>The counts of a run, with a line for each case that is not as expected.</summary>
public sealed record ConformanceReport(int Passed, IReadOnlyList<string> Failures, IReadOnlyList<string> Notes);
