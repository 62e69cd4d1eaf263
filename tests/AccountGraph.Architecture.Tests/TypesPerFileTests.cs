namespace AccountGraph.Architecture.Tests;

public sealed class TypesPerFileTests
{
    [Fact]
    public void A_source_file_holds_the_one_type_it_is_named_after() => Findings.None(Crowded(Repository.Files));

    [Theory]
    [InlineData("Session.cs", "public sealed record Session(string Id);\n\npublic sealed record Token(string Id);\n")]
    [InlineData("Session.cs", "internal sealed class Token\n{\n}\n")]
    public void A_second_type_or_another_name_is_found(string name, string code) =>
        Assert.NotEmpty(Crowded([new RepositoryFile($"src/AccountGraph.Accounts/Sessions/{name}", code)]));

    [Theory]
    [InlineData("CreateJwt.cs", "public sealed record CreateJwt;\n\ninternal sealed class CreateJwtHandler\n{\n}\n")]
    [InlineData("Sort.cs", "public sealed record Sort(string Field);\n")]
    [InlineData("Store.Reads.cs", "public sealed partial class Store\n{\n}\n")]
    public void Input_and_handler_may_share_a_file_and_a_stage_names_its_type(string name, string code) =>
        Assert.Empty(Crowded([new RepositoryFile($"src/AccountGraph.Accounts/Sessions/{name}", code)]));

    [Fact]
    public void A_small_closed_family_may_share_a_file()
    {
        const string code =
            "public abstract record Change(string Field);\n\n" +
            "public sealed record SetField(string Field, object Value) : Change(Field);\n";

        Assert.Empty(Crowded([new RepositoryFile("src/AccountGraph.Storage/Change.cs", code)]));
    }

    private static IEnumerable<string> Crowded(IEnumerable<RepositoryFile> files) =>
        from file in files
        where file.IsSource
        let types = TypeDeclarations.TopLevel(file.Text)
        where types.Any(type => !IsNamedAfter(file, type) && !IsOfTheFamily(file, type))
        select $"{file.Path}: {string.Join(", ", types)}";

    private static bool IsNamedAfter(RepositoryFile file, string type) =>
        type == file.Stem || type == file.Stem + "Handler";

    // A closed family: records that derive from the abstract one the file is named after.
    private static bool IsOfTheFamily(RepositoryFile file, string type)
    {
        var start = file.Text.IndexOf($"record {type}", StringComparison.Ordinal);
        if (start < 0 || !file.Text.Contains($"abstract record {file.Stem}", StringComparison.Ordinal)) return false;

        var declaration = file.Text[start..];
        var head = declaration[..declaration.AsSpan().IndexOfAny('{', ';')];
        return head.Contains($": {file.Stem}", StringComparison.Ordinal);
    }
}
