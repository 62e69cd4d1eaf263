using AccountGraph.Conformance;
using AccountGraph.Conformance.Fuzzing;

// The commands: without arguments the whole corpus, with "fuzz --documents N --seed S" random documents.
return args is ["fuzz", .. var options] ? Fuzz(options) : await RunCorpusAsync();

static async Task<int> RunCorpusAsync()
{
    var report = await ConformanceSuite.Open(ConformanceFolder.Locate()).RunAsync();
    foreach (var note in report.Notes) Console.WriteLine($"NOTE {note}");
    foreach (var failure in report.Failures) Console.WriteLine($"FAIL {failure}");

    Console.WriteLine($"{report.Passed} passed, {report.Failures.Count} failed");
    return report.Failures.Count == 0 && report.Passed > 0 ? 0 : 1;
}

static int Fuzz(string[] options)
{
    var documents = 10_000;
    var seed = 1UL;
    for (var rest = options.AsSpan(); !rest.IsEmpty; rest = rest[2..])
    {
        switch (rest)
        {
            case ["--documents", var count, ..] when int.TryParse(count, out documents):
                break;
            case ["--seed", var number, ..] when ulong.TryParse(number, out seed):
                break;
            default:
                Console.Error.WriteLine("usage: fuzz [--documents N] [--seed S]");
                return 2;
        }
    }

    var report = DocumentFuzzer.Run(documents, seed);
    foreach (var finding in report.Findings) Console.WriteLine($"FOUND {finding}");

    Console.WriteLine(
        $"{documents} documents from seed {seed}: {report.Parsed} parsed, {report.Valid} valid, "
        + $"slowest {report.Slowest.TotalMilliseconds:F1} ms, {report.Findings.Count} findings");
    return report.Findings.Count == 0 ? 0 : 1;
}
