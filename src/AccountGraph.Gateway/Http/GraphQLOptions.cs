using System.ComponentModel.DataAnnotations;

namespace AccountGraph.Gateway.Http;

/// <summary>Section <c>GraphQL</c>.</summary>
internal sealed class GraphQLOptions
{
    public const string Section = "GraphQL";

    /// <summary>Null means: on in Development, off elsewhere.</summary>
    public bool? Introspection { get; set; }

    /// <summary>Null means: on in Development, off elsewhere.</summary>
    public bool? Ide { get; set; }

    [Range(1024, 64 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    [Range(10, 1_000_000)]
    public int MaxTokens { get; set; } = 2000;

    [Range(1, 100)]
    public int MaxDepth { get; set; } = 8;

    [Range(4, 1000)]
    public int MaxParserDepth { get; set; } = 64;

    [Range(1, 1_000_000)]
    public int MaxCost { get; set; } = 1000;

    [Range(0, 10_000)]
    public int MaxAliases { get; set; } = 30;

    [Range(0, 10_000)]
    public int MaxDirectives { get; set; } = 50;

    [Range(1, 1000)]
    public int MaxBatch { get; set; } = 10;

    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Answers 204 without a body when a request's only field returns <c>None</c> and succeeds.</summary>
    public bool EmptyReplyForNoContent { get; set; }

    /// <summary>When set, only the documents in this folder run.</summary>
    public string? TrustedDocuments { get; set; }
}
