namespace AccountGraph.Conformance;

/// <summary>Where the corpus is: named by a variable, else beside the repository.</summary>
public static class ConformanceFolder
{
    public const string Variable = "GRAPHQL_CONFORMANCE_DIR";

    /// <summary>The folder; it is told how to name another one when there is none.</summary>
    public static string Locate()
    {
        var folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(RepositoryRoot(), "..", "shared", "conformance", "graphql"));
        return Directory.Exists(folder)
            ? folder
            : throw new DirectoryNotFoundException(
                $"The conformance corpus is not at {folder}. Set {Variable} to the folder that holds it.");
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AccountGraph.sln"))) return folder.FullName;
        }

        return Environment.CurrentDirectory;
    }
}
