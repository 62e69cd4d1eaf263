namespace AccountGraph.GraphQL.Language;

/// <summary>The lexical tokens (<see href="https://spec.graphql.org/September2025/#Token">2.1.6</see>).</summary>
internal enum TokenKind : byte
{
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    OpenParenthesis,
    CloseParenthesis,
    Spread,
    Colon,
    EqualSign,
    At,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    Pipe,
    CloseBrace,
    Name,
    Int,
    Float,
    String,
    BlockString,
}
