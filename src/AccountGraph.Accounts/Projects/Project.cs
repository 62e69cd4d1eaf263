using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using AccountGraph.Accounts.OAuth2;

namespace AccountGraph.Accounts.Projects;

/// <summary>A tenant: users, sessions and settings of one project never meet those of another.</summary>
public sealed class Project : IValidatableObject
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

    /// <summary>By the key of the provider in the catalogue.</summary>
    public IDictionary<string, OAuth2Settings> OAuth2 { get; } =
        new Dictionary<string, OAuth2Settings>(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (key, settings) in OAuth2)
        {
            var provider = ProviderCatalog.All.FirstOrDefault(
                row => row.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
            var problem = provider is null
                ? $"is no provider. Known are {string.Join(", ", ProviderCatalog.All.Select(row => row.Key))}"
                : ProviderConnection.ProblemOf(provider, settings);
            if (problem is not null) yield return new ValidationResult(problem, [$"{nameof(OAuth2)}:{key}"]);
        }
    }
}
