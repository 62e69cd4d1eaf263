using System.Text.Json;

namespace AccountGraph.Conformance;

/// <summary>All files of a corpus folder that there is a way to run; files may be missing.</summary>
public sealed class ConformanceSuite
{
    private readonly string _folder;
    private readonly IReadOnlyList<ICaseFile> _files;

    private ConformanceSuite(string folder)
    {
        _folder = folder;
        var schemas = new CorpusSchemas(folder);
        _files =
        [
            new ParserCases(),
            new SchemaCases(),
            new ValidationCases(schemas),
            new RequestCases(schemas, "execution.json", data => data),
            new RequestCases(schemas, "coercion.json", data => data),
            new RequestCases(schemas, "introspection.json", IntrospectionForm.Of),
            new RequestCases(schemas, "subscription.json", data => data),
        ];
    }

    public IEnumerable<string> FileNames => _files.Select(file => file.FileName);

    public static ConformanceSuite Open(string folder) => new(folder);

    /// <summary>Runs every case of every file, or of one.</summary>
    public async Task<ConformanceReport> RunAsync(string? fileName = null)
    {
        var passed = 0;
        var failures = new List<string>();
        var notes = new List<string>();
        foreach (var file in _files.Where(file => fileName is null || file.FileName == fileName))
        {
            var path = Path.Combine(_folder, file.FileName);
            if (!File.Exists(path)) continue;

            using var cases = JsonDocument.Parse(await File.ReadAllBytesAsync(path));
            foreach (var testCase in cases.RootElement.EnumerateArray())
            {
                var outcome = await RunCaseAsync(file, testCase);
                var id = testCase.GetProperty("id").GetString();
                if (outcome.Failure is null) passed++;
                else failures.Add($"{id}: {outcome.Failure}");
                if (outcome.Note is not null) notes.Add($"{id}: {outcome.Note}");
            }
        }

        return new ConformanceReport(passed, failures, notes);
    }

    // Whatever escapes the engine is the failure of this case, not the end of the run.
#pragma warning disable CA1031
    private static async Task<CaseOutcome> RunCaseAsync(ICaseFile file, JsonElement testCase)
    {
        try
        {
            return await file.RunAsync(testCase);
        }
        catch (Exception exception)
        {
            return new CaseOutcome($"threw {exception.GetType().Name}: {exception.Message}");
        }
    }
#pragma warning restore CA1031
}
