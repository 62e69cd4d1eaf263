namespace AccountGraph.Architecture.Tests;

public sealed class FolderTests
{
    private static readonly string[] Drawers =
        ["Common", "Core", "Shared", "Utils", "Utilities", "Helpers", "Misc", "Base", "Manager", "Managers"];

    [Fact]
    public void Folders_below_a_project_are_at_most_two_deep() => Findings.None(TooDeep(Repository.Files));

    [Fact]
    public void No_folder_is_a_drawer_for_everything() => Findings.None(NamedLikeADrawer(Repository.Files));

    [Fact]
    public void Every_project_is_named_after_its_folder() => Findings.None(Misnamed(Repository.Files));

    [Fact]
    public void A_third_folder_is_found() =>
        Assert.NotEmpty(TooDeep([new RepositoryFile("src/AccountGraph.Accounts/Mfa/Totp/Codes/Window.cs")]));

    [Theory]
    [InlineData("src/AccountGraph.Accounts/Utils/Text.cs")]
    [InlineData("src/AccountGraph.Common/Text.cs")]
    [InlineData("tests/AccountGraph.Accounts.Tests/helpers/Users.cs")]
    public void A_drawer_is_found(string path) => Assert.NotEmpty(NamedLikeADrawer([new RepositoryFile(path)]));

    [Fact]
    public void A_project_with_another_name_than_its_folder_is_found() =>
        Assert.NotEmpty(Misnamed([new RepositoryFile("src/AccountGraph.Accounts/Accounts.csproj")]));

    private static IEnumerable<string> TooDeep(IEnumerable<RepositoryFile> files) => files
        .Where(file => FoldersBelowProject(file).Count() > 2)
        .Select(file => file.Path);

    // A snapshot lies beside its test; its folder is not one of the layout.
    private static IEnumerable<string> FoldersBelowProject(RepositoryFile file) => file.Folder
        .Split('/')
        .Skip(2)
        .Where(folder => folder != "snapshots");

    private static IEnumerable<string> NamedLikeADrawer(IEnumerable<RepositoryFile> files) => files
        .Where(file => file.Folder.Split('/', '.').Any(IsDrawer))
        .Select(file => file.Path);

    private static bool IsDrawer(string word) => Drawers.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Misnamed(IEnumerable<RepositoryFile> files) => files
        .Where(file => file.Name.EndsWith(".csproj", StringComparison.Ordinal))
        .Where(file => $"{file.Folder.Split('/')[^1]}.csproj" != file.Name)
        .Select(file => file.Path);
}
