using System.Text.RegularExpressions;

namespace AccountGraph.Architecture.Tests;

public sealed partial class TypeNameTests
{
    private static readonly string[] Vague =
        ["Common", "Core", "Shared", "Utils", "Util", "Utilities", "Helper", "Helpers", "Misc", "Base", "Manager"];

    [Fact]
    public void No_type_has_a_name_that_fits_everything() => Findings.None(VagueNames(Repository.Files));

    [Theory]
    [InlineData("internal sealed class SessionManager(IDocumentStore store)\n{\n}\n")]
    [InlineData("internal static class StringUtils\n{\n}\n")]
    [InlineData("public abstract class HandlerBase<T>\n{\n}\n")]
    [InlineData("internal sealed class Sessions\n{\n    private sealed class Helper\n    {\n    }\n}\n")]
    public void A_vague_name_is_found(string code) =>
        Assert.NotEmpty(VagueNames([new RepositoryFile("src/AccountGraph.Accounts/Sessions/X.cs", code)]));

    [Fact]
    public void A_name_that_only_contains_such_letters_is_left_alone() =>
        Assert.Empty(VagueNames([new RepositoryFile("src/X/Database.cs", "internal sealed class Database\n{\n}\n")]));

    private static IEnumerable<string> VagueNames(IEnumerable<RepositoryFile> files) =>
        from file in files
        where file.IsCode
        from type in TypeDeclarations.All(file.Text)
        where Vague.Contains(LastWord().Match(type).Value)
        select $"{file.Path}: {type}";

    [GeneratedRegex("[A-Z][a-z0-9]*$")]
    private static partial Regex LastWord();
}
