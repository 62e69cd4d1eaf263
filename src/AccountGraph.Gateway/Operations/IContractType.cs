using System.Text.Json;
using AccountGraph.GraphQL.Execution;

namespace AccountGraph.Gateway.Operations;

/// <summary>A type of the contract, read from one view.</summary>
internal interface IContractType
{
    /// <summary>The GraphQL name.</summary>
    string Name { get; }

    Type View { get; }

    /// <summary>What REST shows of it; null when it shows a JSON object of any form.</summary>
    IReadOnlyList<RestField>? RestFields { get; }

    void BindTo(ResolverMap map);

    /// <summary>Writes a view as REST shows it.</summary>
    void Write(Utf8JsonWriter json, object view);
}
