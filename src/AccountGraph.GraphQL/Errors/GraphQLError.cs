using System.Collections.Immutable;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Errors;

/// <summary>
/// One entry of a response's <c>errors</c> list
/// (<see href="https://spec.graphql.org/September2025/#sec-Errors">7.1.2 Errors</see>).
/// </summary>
/// <remarks>
/// Syntax and validation errors carry a <see cref="Code"/> that names the violated rule and have no path;
/// execution errors have the path of the field that failed.
/// </remarks>
public sealed class GraphQLError(string message)
{
    /// <summary>The key under which <see cref="Code"/> is found in <see cref="Extensions"/>.</summary>
    public const string CodeKey = "code";

    public string Message { get; } = message;

    /// <summary>The places in the document that the error is about; empty when it is about no place in it.</summary>
    public ImmutableArray<SourceLocation> Locations { get; init; } = [];

    /// <summary>Response names (<see cref="string"/>) and list indices (<see cref="int"/>), or null.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Further entries for the client; values are what the response writer can write as JSON.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>The machine-readable kind of the error, such as the name of the validation rule.</summary>
    public string? Code =>
        Extensions is not null && Extensions.TryGetValue(CodeKey, out var code) ? code as string : null;

    /// <summary>An error about a place in a document, with a code.</summary>
    public static GraphQLError At(string code, string message, params ImmutableArray<SourceLocation> locations) =>
        new(message) { Locations = locations, Extensions = new Dictionary<string, object?> { [CodeKey] = code } };

    public override string ToString() =>
        Locations.IsDefaultOrEmpty ? Message : $"{Message} ({string.Join(", ", Locations)})";
}
