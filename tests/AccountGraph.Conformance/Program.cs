using AccountGraph.Conformance;

// The command: runs the whole corpus, names every failed case and ends with the counts.
var report = await ConformanceSuite.Open(ConformanceFolder.Locate()).RunAsync();
foreach (var note in report.Notes) Console.WriteLine($"NOTE {note}");
foreach (var failure in report.Failures) Console.WriteLine($"FAIL {failure}");

Console.WriteLine($"{report.Passed} passed, {report.Failures.Count} failed");
return report.Failures.Count == 0 && report.Passed > 0 ? 0 : 1;
