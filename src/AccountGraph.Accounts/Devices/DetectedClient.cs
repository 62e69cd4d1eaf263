namespace AccountGraph.Accounts.Devices;

/// <param name="Code">Of a browser; empty for every other kind of client, as are the engine and its version.</param>
internal sealed record DetectedClient(
    string Type, string Code, string Name, string Version, string Engine, string EngineVersion)
{
    public const string Browser = "browser";

    public static DetectedClient None { get; } = new("", "", "", "", "", "");
}
