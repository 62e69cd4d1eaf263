namespace AccountGraph.Gateway.Operations;

/// <summary>A REST address of an operation, below <c>/v1</c>, and the status of its success. 204 sends no
/// body.</summary>
internal sealed record RestRoute(string Method, string Path, int Status);
