using System.Text.Json;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>What a provider answered when asked for the user; the second answer only where one is asked for.</summary>
public sealed record ProviderAnswers(JsonElement User, JsonElement Second, ProviderTokens Tokens);
