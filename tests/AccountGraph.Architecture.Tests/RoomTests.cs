using System.Reflection;
using System.Text.RegularExpressions;

namespace AccountGraph.Architecture.Tests;

public sealed partial class RoomTests
{
    // Which rooms a room may know, and which packages it may bring; System is always there.
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["AccountGraph.GraphQL"] = [],
        ["AccountGraph.Storage"] = [],
        ["AccountGraph.Storage.Sqlite"] =
            ["AccountGraph.Storage", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "Microsoft.Extensions"],
        ["AccountGraph.Storage.MongoDb"] = ["AccountGraph.Storage", "Microsoft.Extensions"],
        ["AccountGraph.Messaging"] = [],
        ["AccountGraph.Messaging.Providers"] =
            ["AccountGraph.Messaging", "AccountGraph.Storage", "Microsoft.Extensions"],
        ["AccountGraph.Accounts"] = ["AccountGraph.Storage", "AccountGraph.Messaging", "Microsoft.Extensions"],
        ["AccountGraph.Gateway"] = ["*"],
    };

    public static TheoryData<string> Rooms => [.. MayReference.Keys];

    [Fact]
    public void Every_room_is_in_the_table() =>
        Assert.Equal(MayReference.Keys.Order(), Projects(Repository.Files).Order());

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_what_the_table_allows(string room)
    {
        var used = Assembly.Load(room).GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Findings.None(Forbidden(room, used));
    }

    // The compiler drops references that no code uses yet, so the project files are read too.
    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_declares_only_what_the_table_allows(string room) =>
        Findings.None(Forbidden(room, Declared(Repository.Files.Single(file => file.Name == $"{room}.csproj").Text)));

    [Theory]
    [InlineData("AccountGraph.Accounts", "AccountGraph.GraphQL")]
    [InlineData("AccountGraph.Accounts", "AccountGraph.Storage.Sqlite")]
    [InlineData("AccountGraph.Accounts", "Microsoft.AspNetCore.Http")]
    [InlineData("AccountGraph.GraphQL", "AccountGraph.Accounts")]
    [InlineData("AccountGraph.Storage", "Microsoft.Data.Sqlite")]
    public void An_arrow_that_points_outwards_is_found(string room, string reference) =>
        Assert.Equal([reference], Forbidden(room, ["System.Runtime", reference]));

    [Fact]
    public void A_declared_reference_is_read()
    {
        const string project =
            """
            <ProjectReference Include="../AccountGraph.GraphQL/AccountGraph.GraphQL.csproj" />
            <PackageReference Include="QRCoder" />
            """;

        Assert.Equal(["AccountGraph.GraphQL", "QRCoder"], Forbidden("AccountGraph.Accounts", Declared(project)));
    }

    private static IEnumerable<string> Forbidden(string room, IEnumerable<string> references) => references
        .Where(reference => !reference.StartsWith("System.", StringComparison.Ordinal))
        .Where(reference => !MayReference[room].Any(allowed => Allows(allowed, reference)));

    // A package comes in parts (SQLitePCLRaw.core); a room is named whole.
    private static bool Allows(string allowed, string reference) =>
        allowed == "*" || reference == allowed
        || !allowed.StartsWith("AccountGraph.", StringComparison.Ordinal)
        && reference.StartsWith(allowed + ".", StringComparison.Ordinal);

    private static IEnumerable<string> Declared(string project) => Reference().Matches(project)
        .Select(match => match.Groups["name"].Value)
        .Select(name => name.Split('/')[^1].Replace(".csproj", "", StringComparison.Ordinal));

    private static IEnumerable<string> Projects(IEnumerable<RepositoryFile> files) => files
        .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))
        .Where(file => file.Name.EndsWith(".csproj", StringComparison.Ordinal))
        .Select(file => file.Folder.Split('/')[^1]);

    [GeneratedRegex("<(Project|Package)Reference Include=\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
