namespace AccountGraph.GraphQL.Language;

/// <summary>Leaves the parser from any depth; caught at its front door and never seen outside.</summary>
internal sealed class SyntaxException(string message, int offset) : Exception(message)
{
    /// <summary>Byte offset of what was not expected.</summary>
    public int Offset { get; } = offset;
}
