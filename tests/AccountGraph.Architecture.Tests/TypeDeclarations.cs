using System.Text.RegularExpressions;

namespace AccountGraph.Architecture.Tests;

/// <summary>Finds type declarations by text. Namespaces are file-scoped, so a top-level type starts its line.</summary>
internal static partial class TypeDeclarations
{
    public static IReadOnlyList<string> TopLevel(string code) => [.. AtLineStart().Matches(code).Select(Name)];

    public static IReadOnlyList<string> All(string code) => [.. Anywhere().Matches(code).Select(Name)];

    private static string Name(Match match) => match.Groups["name"].Value;

    private const string Declaration =
        @"((public|internal|private|protected|file|sealed|static|abstract|partial|readonly|ref|unsafe)\s+)*" +
        @"(class|interface|enum|struct|record(\s+(class|struct))?|delegate\s+[\w.<>?\[\], ]+?)" +
        @"\s+(?<name>\w+)\s*[<({:;\r\n]";

    [GeneratedRegex("^" + Declaration, RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex AtLineStart();

    [GeneratedRegex(@"^[ \t]*" + Declaration, RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Anywhere();
}
