namespace AccountGraph.Architecture.Tests;

public sealed class TopLevelTests
{
    private static readonly string[] Known =
        ["AccountGraph.sln", "LICENSE", "README.md", "docker-compose.yml", "schema.graphql", "src", "tests"];

    [Fact]
    public void The_top_level_holds_what_the_layout_names_and_nothing_else() =>
        Findings.None(Strangers(Repository.Files));

    [Theory]
    [InlineData("notes.md")]
    [InlineData("scripts/build.sh")]
    public void A_stranger_at_the_top_level_is_found(string path) =>
        Assert.NotEmpty(Strangers([new RepositoryFile(path)]));

    private static IEnumerable<string> Strangers(IEnumerable<RepositoryFile> files) => files
        .Select(file => file.Path.Split('/')[0])
        .Where(name => name[0] != '.' && !Known.Contains(name))
        .Distinct();
}
