using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using AccountGraph.Gateway.Hosting;
using AccountGraph.GraphQL;
using AccountGraph.GraphQL.Errors;
using Microsoft.Extensions.Options;

namespace AccountGraph.Gateway.Http;

/// <summary>Documents that clients name by their SHA-256 instead of sending them: remembered ones (Apollo's automatic
/// persisted queries), or, when a folder is set, the documents of that folder and no others.</summary>
internal sealed class PersistedDocuments
{
    private const int MostRemembered = 1000;
    private const int LongestRemembered = 32 * 1024;

    private readonly GraphQLEngine _engine;
    private readonly bool _onlyTrusted;
    private readonly ConcurrentDictionary<string, byte[]> _documents = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _remembered = new();

    /// <exception cref="SettingsException">The folder of trusted documents, or one of them, cannot be used.</exception>
    public PersistedDocuments(GraphQLEngine engine, IOptions<GraphQLOptions> options)
    {
        _engine = engine;
        if (options.Value.TrustedDocuments is not { Length: > 0 } folder) return;
        _onlyTrusted = true;
        ReadFolder(folder);
    }

    /// <summary>The document that the request means.</summary>
    public bool TryFind(
        in GraphQLHttpRequest request, out ReadOnlyMemory<byte> document, out GraphQLError? error)
    {
        document = request.Document;
        error = null;
        var hash = request.Extensions.IsEmpty ? null : HashIn(request.Extensions);
        if (_onlyTrusted) return TryFindTrusted(hash, ref document, out error);
        if (hash is null)
        {
            if (document.IsEmpty) error = Error("The request names no document.", "PERSISTED_QUERY_NOT_FOUND");
            return error is null;
        }

        return document.IsEmpty
            ? TryFindRemembered(hash, out document, out error)
            : TryRemember(hash, document, out error);
    }

    private bool TryFindTrusted(string? hash, ref ReadOnlyMemory<byte> document, out GraphQLError? error)
    {
        hash ??= HashOf(document.Span);
        var isTrusted = _documents.TryGetValue(hash, out var trusted);
        error = isTrusted ? null : Error("Only trusted documents run on this server.", "DOCUMENT_NOT_TRUSTED");
        if (isTrusted) document = trusted;
        return isTrusted;
    }

    private bool TryFindRemembered(string hash, out ReadOnlyMemory<byte> document, out GraphQLError? error)
    {
        var isKnown = _documents.TryGetValue(hash, out var known);
        document = known;
        // Clients look for exactly this message and then send the document itself.
        error = isKnown ? null : Error("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND");
        return isKnown;
    }

    private bool TryRemember(string hash, ReadOnlyMemory<byte> document, out GraphQLError? error)
    {
        error = null;
        if (HashOf(document.Span) != hash)
        {
            error = Error("The hash is not the SHA-256 of the document.", "PERSISTED_QUERY_HASH_MISMATCH");
            return false;
        }

        // What cannot run is not worth remembering.
        var isWorthIt = document.Length <= LongestRemembered && _engine.Prepare(document.Span).Errors.IsEmpty;
        if (isWorthIt && _documents.TryAdd(hash, document.ToArray()))
        {
            _remembered.Enqueue(hash);
            if (_remembered.Count > MostRemembered && _remembered.TryDequeue(out var oldest))
            {
                _documents.TryRemove(oldest, out _);
            }
        }

        return true;
    }

    private void ReadFolder(string folder)
    {
        const string Key = "GraphQL:TrustedDocuments";
        if (!Directory.Exists(folder)) throw new SettingsException([$"{Key} names {folder}, which is no folder."]);
        var problems = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.graphql", SearchOption.AllDirectories))
        {
            var document = File.ReadAllBytes(file);
            var errors = _engine.Prepare(document).Errors;
            problems.AddRange(errors.Select(error => $"{Key}: {file}: {error.Message}"));
            _documents[HashOf(document)] = document;
        }

        if (_documents.IsEmpty) problems.Add($"{Key} names {folder}, which holds no *.graphql file.");
        if (problems.Count > 0) throw new SettingsException(problems);
    }

    /// <summary><c>{"persistedQuery":{"version":1,"sha256Hash":"…"}}</c>; null when it is not that.</summary>
    private static string? HashIn(ReadOnlyMemory<byte> extensions)
    {
        using var json = JsonDocument.Parse(extensions);
        return json.RootElement.TryGetProperty("persistedQuery", out var persisted)
            && persisted.ValueKind == JsonValueKind.Object
            && persisted.TryGetProperty("sha256Hash", out var hash)
            && hash.ValueKind == JsonValueKind.String
                ? hash.GetRawText().Trim('"').ToLowerInvariant()
                : null;
    }

    private static string HashOf(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));

    private static GraphQLError Error(string message, string code) => new(message)
    {
        Extensions = new Dictionary<string, object?> { [GraphQLError.CodeKey] = code },
    };
}
