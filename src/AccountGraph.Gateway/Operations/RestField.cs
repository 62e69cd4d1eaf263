namespace AccountGraph.Gateway.Operations;

/// <summary>A field of a contract type as REST shows it.</summary>
/// <param name="Name">The GraphQL name.</param>
/// <param name="IsOptional">The value may be null.</param>
internal sealed record RestField(string Name, bool IsOptional)
{
    /// <summary>GraphQL names cannot begin with a dollar sign.</summary>
    public string RestName { get; } = Name[0] == '_' ? "$" + Name[1..] : Name;
}
