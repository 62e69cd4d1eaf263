namespace AccountGraph.Conformance;

/// <summary>
/// What came of a case. A failure breaks what an engine must do, a note what it only should; both say what differs.
/// </summary>
public readonly record struct CaseOutcome(string? Failure, string? Note = null)
{
    public static CaseOutcome Passed => default;

    public static CaseOutcome Differs(string what, object? expected, object? actual) =>
        new($"{what}: expected {expected ?? "nothing"}, got {actual ?? "nothing"}");
}
