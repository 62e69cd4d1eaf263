namespace AccountGraph.Architecture.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void Every_snapshot_belongs_to_a_test() => Findings.None(Orphans(Repository.Files));

    [Theory]
    [InlineData("tests/X/snapshots/UserTests.Renamed_test.snap")]
    [InlineData("tests/X/snapshots/GoneTests.Answers.snap")]
    [InlineData("tests/Y/snapshots/UserTests.Answers.snap")]
    public void A_snapshot_without_its_test_is_found(string path) =>
        Assert.NotEmpty(Orphans([UserTests, new RepositoryFile(path)]));

    [Theory]
    [InlineData("tests/X/snapshots/UserTests.Answers.snap")]
    [InlineData("tests/X/snapshots/UserTests.Answers.by.phone.snap")]
    public void A_snapshot_with_its_test_is_not(string path) =>
        Assert.Empty(Orphans([UserTests, new RepositoryFile(path)]));

    private static RepositoryFile UserTests { get; } =
        new("tests/X/UserTests.cs", "[Fact]\npublic async Task Answers()\n{\n}\n");

    private static IEnumerable<string> Orphans(IReadOnlyList<RepositoryFile> files)
    {
        var code = files.Where(file => file.IsCode).ToDictionary(file => file.Path, file => file.Text);
        return files
            .Where(file => file.Name.EndsWith(".snap", StringComparison.Ordinal))
            .Where(snapshot => !HasTest(snapshot, code))
            .Select(snapshot => snapshot.Path);
    }

    // Class.Method[.variant].snap, where the file of a class in stages has a dot in its name too.
    private static bool HasTest(RepositoryFile snapshot, Dictionary<string, string> code)
    {
        var parts = snapshot.Name.Split('.');
        var folder = snapshot.Folder[..snapshot.Folder.LastIndexOf('/')];
        return Enumerable.Range(1, parts.Length - 1).Any(count =>
            code.TryGetValue($"{folder}/{string.Join('.', parts.Take(count))}.cs", out var text)
            && text.Contains($" {parts[count]}(", StringComparison.Ordinal));
    }
}
