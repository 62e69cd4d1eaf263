using System.Text.Json;
using AccountGraph.GraphQL.Execution;

namespace AccountGraph.Gateway.Operations;

/// <summary>One field of a contract type: how GraphQL reads it and how REST writes it.</summary>
/// <param name="Name">The GraphQL name; REST writes <c>_id</c> as <c>$id</c>.</param>
/// <param name="Write">Writes the value for REST; null for what REST leaves out.</param>
internal sealed record ContractMember<T>(
    string Name, Action<ObjectBinder<T>> Bind, Action<Utf8JsonWriter, T>? Write)
    where T : class;
