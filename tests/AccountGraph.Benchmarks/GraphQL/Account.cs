namespace AccountGraph.Benchmarks.GraphQL;

/// <summary>A user as the gateway would hand it to the engine.</summary>
public sealed record Account(
    string Id, string Name, string Email, IReadOnlyList<string> Labels, IReadOnlyList<Target> Targets)
{
    public const string Time = "2026-01-02T03:04:05.678+00:00";

    public static Account Example { get; } = new(
        "6617a5f2c8d1e0b39f42",
        "Ada Lovelace",
        "ada.lovelace@example.com",
        ["early", "beta"],
        [new Target("6617a5f2c8d1e0b39f43", "email", "ada.lovelace@example.com")]);
}
