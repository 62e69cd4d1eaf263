using System.Text.Json;

namespace AccountGraph.Conformance;

/// <summary>How the cases of one file of the corpus are run.</summary>
public interface ICaseFile
{
    string FileName { get; }

    Task<CaseOutcome> RunAsync(JsonElement testCase);
}
