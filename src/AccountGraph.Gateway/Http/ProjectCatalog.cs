using System.Collections.Frozen;
using AccountGraph.Accounts.Projects;

namespace AccountGraph.Gateway.Http;

/// <summary>The projects that this server serves.</summary>
internal sealed class ProjectCatalog(IEnumerable<Project> projects)
{
    private readonly FrozenDictionary<string, Project> _byId =
        projects.ToFrozenDictionary(project => project.Id, StringComparer.Ordinal);

    public Project? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Whether any project admits the page: a preflight does not tell which one it is for.</summary>
    public bool Admits(RequestOrigin origin)
    {
        foreach (var project in _byId.Values)
        {
            if (origin.IsAllowedBy(project.Platforms)) return true;
        }

        return false;
    }
}
