using System.Text.RegularExpressions;

namespace AccountGraph.Architecture.Tests;

public sealed partial class SolutionTests
{
    [Fact]
    public void Every_project_is_in_the_solution_and_the_solution_names_no_other() =>
        Findings.None(Differences(Repository.Files));

    [Fact]
    public void A_project_outside_the_solution_is_found() =>
        Assert.Equal(["not in the solution: src/X/X.csproj"], Differences([Solution(""), new("src/X/X.csproj")]));

    [Fact]
    public void A_project_that_is_gone_is_found() =>
        Assert.Equal(["in the solution, but gone: src/X/X.csproj"], Differences([Solution(@"src\X\X.csproj")]));

    private static RepositoryFile Solution(string project) =>
        new("AccountGraph.sln", $"Project(\"{{1}}\") = \"X\", \"{project}\", \"{{2}}\"\nEndProject\n");

    private static IEnumerable<string> Differences(IReadOnlyList<RepositoryFile> files)
    {
        var solution = files.Single(file => file.Path == "AccountGraph.sln").Text;
        var listed = ProjectPath().Matches(solution).Select(match => match.Groups[1].Value.Replace('\\', '/')).ToList();
        var present = files.Select(file => file.Path).Where(path => path.EndsWith(".csproj", StringComparison.Ordinal));
        return
        [
            .. present.Except(listed).Select(path => $"not in the solution: {path}"),
            .. listed.Except(present).Select(path => $"in the solution, but gone: {path}"),
        ];
    }

    [GeneratedRegex("\"([^\"]+\\.csproj)\"")]
    private static partial Regex ProjectPath();
}
