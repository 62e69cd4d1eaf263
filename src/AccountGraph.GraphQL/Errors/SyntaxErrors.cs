using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Errors;

/// <summary>What lexer and parser say about a document they refuse.</summary>
internal static class SyntaxErrors
{
    public const string Code = "SyntaxError";

    public const string EndOfFile = "<EOF>";
    public const string InvalidUtf8 = "The document is not valid UTF-8.";
    public const string UnterminatedString = "Unterminated string.";
    public const string InvalidEscape = "Invalid character escape sequence.";
    public const string InvalidUnicodeEscape = "Invalid Unicode escape sequence.";
    public const string LeadingZero = "Invalid number, unexpected digit after 0.";
    public const string NumberStartsWithDot = "Invalid number, expected a digit before \".\".";
    public const string UnexpectedDescription = "Unexpected description, only definitions can have one.";

    public static string UnexpectedCharacter(string character) => $"Unexpected character: {character}.";

    public static string ExpectedDigit(string found) => $"Invalid number, expected a digit but got {found}.";

    public static string Expected(string expected, string found) => $"Expected {expected}, found {found}.";

    public static string Unexpected(string found) => $"Unexpected {found}.";

    public static string ReservedEnumValue(string name) => $"\"{name}\" is reserved and cannot be an enum value.";

    public static string VariableInConstant(string name) => $"Unexpected variable \"${name}\" in a constant value.";

    public static string TooManyTokens(int limit) => $"The document has more than {limit} tokens.";

    public static string TooDeep(int limit) => $"The document is nested deeper than {limit} levels.";

    public static GraphQLError From(SyntaxException exception, SourceText source) =>
        GraphQLError.At(Code, $"Syntax error: {exception.Message}", source.Locate(exception.Offset));
}
