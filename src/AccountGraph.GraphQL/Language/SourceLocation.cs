namespace AccountGraph.GraphQL.Language;

/// <summary>A place in a document: both numbers start at 1, the column counts UTF-16 code units.</summary>
public readonly record struct SourceLocation(int Line, int Column)
{
    public override string ToString() => $"{Line}:{Column}";
}
