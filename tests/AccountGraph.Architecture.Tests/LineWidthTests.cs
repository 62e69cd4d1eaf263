namespace AccountGraph.Architecture.Tests;

public sealed class LineWidthTests
{
    private const int Widest = 120;

    private static readonly string[] Endings =
        [".cs", ".csproj", ".props", ".targets", ".graphql", ".sh", ".mjs", ".js", ".yml", "Dockerfile", "/run"];

    [Fact]
    public void No_line_is_wider_than_a_review_shows() => Findings.None(TooWide(Repository.Files));

    [Fact]
    public void A_wide_line_is_found() =>
        Assert.NotEmpty(TooWide([new RepositoryFile("src/X/Y.cs", "short\n" + new string('x', Widest + 1) + "\n")]));

    [Fact]
    public void A_link_may_be_wide_because_it_cannot_be_broken() =>
        Assert.Empty(TooWide([new RepositoryFile("src/X/Y.cs", "/// https://" + new string('x', Widest) + "\n")]));

    private static IEnumerable<string> TooWide(IEnumerable<RepositoryFile> files) =>
        from file in files
        where Endings.Any(ending => file.Path.EndsWith(ending, StringComparison.Ordinal))
        from line in file.Text.Split('\n').Select((text, index) => (text, number: index + 1))
        where line.text.TrimEnd('\r').Length > Widest && !line.text.Contains("https://", StringComparison.Ordinal)
        select $"{file.Path}:{line.number}";
}
