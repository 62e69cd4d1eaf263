namespace AccountGraph.Conformance.Fuzzing;

/// <summary>What came of a run; a finding is a document that threw or took too long, with the reason.</summary>
public sealed record FuzzReport(int Parsed, int Valid, TimeSpan Slowest, IReadOnlyList<string> Findings);
