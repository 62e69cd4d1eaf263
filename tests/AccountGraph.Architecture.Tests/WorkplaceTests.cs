namespace AccountGraph.Architecture.Tests;

public sealed class WorkplaceTests
{
    // In two pieces, so that this file does not find itself.
    private static readonly string[] Traces = ["\"/wor" + "k/", " /wor" + "k/", "lan" + "d.sh", "/tmp/bri" + "ef"];

    [Fact]
    public void No_file_names_a_path_or_tool_of_the_place_it_was_written_at() =>
        Findings.None(Traced(Repository.Files));

    [Fact]
    public void Such_a_path_is_found() =>
        Assert.NotEmpty(Traced([new RepositoryFile("src/README.md", "See /wor" + "k/notes.")]));

    private static IEnumerable<string> Traced(IEnumerable<RepositoryFile> files) =>
        from file in files
        from trace in Traces
        where file.Text.Contains(trace, StringComparison.Ordinal)
        select $"{file.Path}: {trace}";
}
