namespace AccountGraph.Accounts.Projects;

public sealed class ApiKey
{
    public string Secret { get; set; } = "";

    public IList<string> Scopes { get; } = [];

    public DateTimeOffset? Expire { get; set; }
}
