namespace AccountGraph.Gateway.Http;

/// <summary>Where the IDE is shown and where its files lie.</summary>
internal sealed class IdeOptions
{
    public bool IsEnabled { get; init; } = true;

    /// <summary>GraphQL endpoints, without a slash at the end: there a browser gets the IDE.</summary>
    public IReadOnlyList<PathString> Endpoints { get; init; } = ["/v1/graphql", "/graphql"];

    /// <summary>The folder that the build copies the IDE to.</summary>
    public string Folder { get; init; } = Path.Combine(AppContext.BaseDirectory, "ide");
}
