using System.Text.Json.Serialization;

namespace AccountGraph.Benchmarks.Http;

internal sealed record RawRequest(string Query);

internal sealed record RawToken(string Id, string Secret);

internal sealed record RawAnswer<T>(T Data);

internal sealed record RawFull(RawUser AccountGet);

internal sealed record RawTwo(RawName AccountGet);

internal sealed record RawNone([property: JsonPropertyName("__typename")] string TypeName);

internal sealed record RawName([property: JsonPropertyName("_id")] string? Id, string? Name);

internal sealed record RawUser
{
    [JsonPropertyName("_id")]
    public string? Id { get; init; }

    [JsonPropertyName("_createdAt")]
    public string? CreatedAt { get; init; }

    [JsonPropertyName("_updatedAt")]
    public string? UpdatedAt { get; init; }

    public string? Name { get; init; }

    public string? Password { get; init; }

    public string? Hash { get; init; }

    public string? HashOptions { get; init; }

    public string? Registration { get; init; }

    public bool? Status { get; init; }

    public IReadOnlyList<string>? Labels { get; init; }

    public string? PasswordUpdate { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public bool? EmailVerification { get; init; }

    public bool? PhoneVerification { get; init; }

    public bool? Mfa { get; init; }

    public RawPreferences? Prefs { get; init; }

    public IReadOnlyList<RawTarget>? Targets { get; init; }

    public string? AccessedAt { get; init; }
}

internal sealed record RawPreferences(string Data);

internal sealed record RawTarget
{
    [JsonPropertyName("_id")]
    public string? Id { get; init; }

    [JsonPropertyName("_createdAt")]
    public string? CreatedAt { get; init; }

    [JsonPropertyName("_updatedAt")]
    public string? UpdatedAt { get; init; }

    public string? Name { get; init; }

    public string? UserId { get; init; }

    public string? ProviderId { get; init; }

    public string? ProviderType { get; init; }

    public string? Identifier { get; init; }
}
