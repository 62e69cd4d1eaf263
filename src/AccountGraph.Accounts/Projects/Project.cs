using System.ComponentModel;

namespace AccountGraph.Accounts.Projects;

/// <summary>A tenant: users, sessions and settings of one project never meet those of another.</summary>
public sealed class Project
{
    /// <summary>The name of the section <c>Projects:&lt;id&gt;</c>, not a setting of its own.</summary>
    [ReadOnly(true)]
    public string Id { get; set; } = "default";

    public string Name { get; set; } = "AccountGraph";

    /// <summary>Hosts that browsers may call from and links may lead to; <c>*.</c> stands for any sub-domain.</summary>
    public IList<string> Platforms { get; } = [];

    public IDictionary<string, ApiKey> Keys { get; } = new Dictionary<string, ApiKey>(StringComparer.Ordinal);

    /// <summary>Whether the project answers on the GraphQL addresses.</summary>
    public bool GraphQL { get; set; } = true;

    /// <summary>Whether the project answers on the REST routes.</summary>
    public bool Rest { get; set; } = true;

    public AuthSettings Auth { get; set; } = new();
}
