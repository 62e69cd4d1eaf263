namespace AccountGraph.Architecture.Tests;

/// <summary>A file of the repository: its path from the top, with slashes, and its text.</summary>
internal sealed record RepositoryFile(string Path, string Text = "")
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path.Contains('/') ? Path[..Path.LastIndexOf('/')] : "";

    public string Stem => Name.Contains('.') ? Name[..Name.IndexOf('.')] : Name;

    public bool IsSource => Path.StartsWith("src/", StringComparison.Ordinal) && IsCode;

    public bool IsCode => Path.EndsWith(".cs", StringComparison.Ordinal);
}
