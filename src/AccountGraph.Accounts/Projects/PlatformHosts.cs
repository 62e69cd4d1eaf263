namespace AccountGraph.Accounts.Projects;

/// <summary>Which hosts belong to a project: its platforms, the server's own host and <c>localhost</c>.</summary>
public static class PlatformHosts
{
    private const string Anything = "*";
    private const string SubDomain = "*.";

    public static bool Allow(Project project, string ownHost, string host)
    {
        if (host.Length == 0) return false;
        if (Same(host, ownHost) || Same(host, "localhost")) return true;
        foreach (var platform in project.Platforms)
        {
            if (Matches(platform, host)) return true;
        }

        return false;
    }

    private static bool Matches(string platform, string host) =>
        platform == Anything
        || Same(platform, host)
        || (platform.StartsWith(SubDomain, StringComparison.Ordinal)
            && host.Length > platform.Length - 1
            && host.EndsWith(platform[1..], StringComparison.OrdinalIgnoreCase));

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
