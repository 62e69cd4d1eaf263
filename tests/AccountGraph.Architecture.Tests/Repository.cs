using System.Runtime.CompilerServices;

namespace AccountGraph.Architecture.Tests;

/// <summary>The files of this repository, without what <c>.gitignore</c> leaves out: a check sees what a clone holds.
/// </summary>
internal static class Repository
{
    private static readonly string[] Binary = [".png", ".gz", ".mmdb", ".ico", ".db"];

    public static string Top { get; } = FindTop();

    public static IReadOnlyList<RepositoryFile> Files { get; } = [.. Walk()];

    private static string FindTop([CallerFilePath] string file = "")
    {
        var folder = Path.GetDirectoryName(file);
        while (folder is not null && !File.Exists(Path.Combine(folder, "AccountGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"No AccountGraph.sln above {file}.");
    }

    private static IEnumerable<RepositoryFile> Walk()
    {
        var ignored = File.ReadAllLines(Path.Combine(Top, ".gitignore"));
        var folders = ignored.Where(line => line.EndsWith('/')).Select(line => line.Trim('/')).Append(".git").ToList();
        var endings = ignored.Where(line => line.StartsWith('*')).Select(line => line.TrimStart('*')).ToList();

        var pending = new Stack<DirectoryInfo>([new DirectoryInfo(Top)]);
        while (pending.TryPop(out var folder))
        {
            foreach (var child in folder.EnumerateDirectories().Where(child => !folders.Contains(child.Name)))
            {
                pending.Push(child);
            }

            // In a linked work tree .git is a file.
            foreach (var file in folder.EnumerateFiles().Where(file => file.Name != ".git"))
            {
                if (endings.Any(ending => file.Name.EndsWith(ending, StringComparison.Ordinal))) continue;
                var text = Binary.Contains(file.Extension) ? "" : File.ReadAllText(file.FullName);
                yield return new RepositoryFile(Path.GetRelativePath(Top, file.FullName).Replace('\\', '/'), text);
            }
        }
    }
}
