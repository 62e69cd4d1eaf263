namespace AccountGraph.GraphQL.Language;

/// <summary>Limits that keep a document from costing more than it may.</summary>
public sealed record ParserOptions
{
    /// <summary>For documents from clients.</summary>
    public static ParserOptions Request { get; } = new();

    /// <summary>For type system documents of the server itself, which may be of any length.</summary>
    public static ParserOptions Schema { get; } = new() { MaxTokens = int.MaxValue };

    /// <summary>More tokens than this are a syntax error; comments do not count.</summary>
    public int MaxTokens { get; init; } = 2000;

    /// <summary>
    /// How many selection sets, lists, objects and list types may stand inside each other; more are a syntax error.
    /// </summary>
    public int MaxDepth { get; init; } = 64;
}
