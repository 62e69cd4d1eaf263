using System.Text.Json;
using AccountGraph.GraphQL.Execution;

namespace AccountGraph.Gateway.Operations;

/// <summary>One field of a contract type: how GraphQL reads it and how REST writes it.</summary>
/// <param name="Write">Writes the value for REST; null for what REST leaves out.</param>
internal sealed record ContractMember<T>(
    RestField Field, Action<ObjectBinder<T>> Bind, Action<Utf8JsonWriter, T>? Write)
    where T : class;
