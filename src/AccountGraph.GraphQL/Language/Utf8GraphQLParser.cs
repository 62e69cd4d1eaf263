using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using AccountGraph.GraphQL.Errors;

namespace AccountGraph.GraphQL.Language;

/// <summary>
/// Reads documents, executable and type system ones
/// (<see href="https://spec.graphql.org/September2025/#sec-Language">2 Language</see>).
/// </summary>
/// <remarks>A recursive descent over the tokens; its depth is bounded by <see cref="ParserOptions.MaxDepth"/>.
/// </remarks>
public ref partial struct Utf8GraphQLParser
{
    private readonly ParserOptions _options;
    private Utf8GraphQLReader _reader;
    private int _tokens;
    private int _depth;

    private Utf8GraphQLParser(ReadOnlySpan<byte> text, ParserOptions options)
    {
        _options = options;
        _reader = new Utf8GraphQLReader(text);
    }

    /// <summary>Parses a document. Whatever is wrong with it is told as an error; nothing is thrown.</summary>
    public static ParseResult Parse(SourceText source, ParserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            RequireUtf8(source.Utf8.Span);
            var parser = new Utf8GraphQLParser(source.Utf8.Span, options ?? ParserOptions.Request);
            return new ParseResult(new DocumentNode(source, parser.ParseDefinitions()));
        }
        catch (SyntaxException exception)
        {
            return new ParseResult(SyntaxErrors.From(exception, source));
        }
    }

    /// <inheritdoc cref="Parse(SourceText, ParserOptions?)"/>
    public static ParseResult Parse(string text, ParserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(SourceText.From(text), options);
    }

    private static void RequireUtf8(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text)) return;

        var offset = 0;
        while (Rune.DecodeFromUtf8(text[offset..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        throw new SyntaxException(SyntaxErrors.InvalidUtf8, offset);
    }

    private ImmutableArray<DefinitionNode> ParseDefinitions()
    {
        Next();
        var definitions = ImmutableArray.CreateBuilder<DefinitionNode>();
        do
        {
            definitions.Add(ParseDefinition());
        }
        while (_reader.Kind != TokenKind.EndOfFile);

        return definitions.DrainToImmutable();
    }

    private DefinitionNode ParseDefinition()
    {
        var start = _reader.Start;
        if (_reader.Kind == TokenKind.OpenBrace)
        {
            return new DefinitionNode.Operation(start, null, OperationKind.Query, null, [], [], ParseSelectionSet());
        }

        var description = ParseDescription();
        var definition = _reader.Kind == TokenKind.Name
            ? ParseExecutable(start, description) ?? ParseTypeSystem(start, description)
            : null;
        if (definition is not null) return definition;

        // The description is what does not belong before a shorthand query or a field.
        throw description is not null && _reader.Kind is TokenKind.Name or TokenKind.OpenBrace
            ? new SyntaxException(SyntaxErrors.UnexpectedDescription, start)
            : Unexpected();
    }

    /// <summary>Steps over one token, which the caller has looked at.</summary>
    private void Next()
    {
        _reader.Read();
        if (_reader.Kind != TokenKind.EndOfFile && ++_tokens > _options.MaxTokens)
        {
            throw new SyntaxException(SyntaxErrors.TooManyTokens(_options.MaxTokens), _reader.Start);
        }
    }

    private bool Skip(TokenKind kind)
    {
        if (_reader.Kind != kind) return false;

        Next();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (!Skip(kind)) throw Expected(Describe(kind));
    }

    private readonly bool IsKeyword(ReadOnlySpan<byte> keyword) =>
        _reader.Kind == TokenKind.Name && _reader.Token.SequenceEqual(keyword);

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!IsKeyword(keyword)) return false;

        Next();
        return true;
    }

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!SkipKeyword(keyword)) throw Expected($"\"{Encoding.UTF8.GetString(keyword)}\"");
    }

    private readonly string TokenText() => Encoding.UTF8.GetString(_reader.Token);

    private string ParseName()
    {
        if (_reader.Kind != TokenKind.Name) throw Expected(Describe(TokenKind.Name));

        var name = TokenText();
        Next();
        return name;
    }

    private NameNode ParseNameNode() => new(_reader.Start, ParseName());

    /// <summary>Goes one level down; the caller comes back up with <see cref="Leave"/>.</summary>
    private void Enter()
    {
        if (++_depth > _options.MaxDepth)
        {
            throw new SyntaxException(SyntaxErrors.TooDeep(_options.MaxDepth), _reader.Start);
        }
    }

    private void Leave() => _depth--;

    private delegate T ItemParser<out T>(ref Utf8GraphQLParser parser);

    /// <summary>At least one item between two tokens.</summary>
    private ImmutableArray<T> Many<T>(TokenKind open, ItemParser<T> parseItem, TokenKind close)
    {
        Expect(open);
        var items = ImmutableArray.CreateBuilder<T>();
        do
        {
            items.Add(parseItem(ref this));
        }
        while (!Skip(close));

        return items.DrainToImmutable();
    }

    /// <summary>Nothing, or at least one item between two tokens.</summary>
    private ImmutableArray<T> OptionalMany<T>(TokenKind open, ItemParser<T> parseItem, TokenKind close) =>
        _reader.Kind == open ? Many(open, parseItem, close) : [];

    /// <summary>At least one item; the separator may also stand before the first.</summary>
    private ImmutableArray<T> Separated<T>(TokenKind separator, ItemParser<T> parseItem)
    {
        Skip(separator);
        var items = ImmutableArray.CreateBuilder<T>();
        do
        {
            items.Add(parseItem(ref this));
        }
        while (Skip(separator));

        return items.DrainToImmutable();
    }

    private readonly SyntaxException Expected(string expected) =>
        new(SyntaxErrors.Expected(expected, DescribeToken()), _reader.Start);

    private readonly SyntaxException Unexpected() => new(SyntaxErrors.Unexpected(DescribeToken()), _reader.Start);

    private readonly string DescribeToken() => _reader.Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{Describe(_reader.Kind)} \"{TokenText()}\"",
        _ => Describe(_reader.Kind),
    };

    private static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.EndOfFile => SyntaxErrors.EndOfFile,
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.OpenParenthesis => "\"(\"",
        TokenKind.CloseParenthesis => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.EqualSign => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.OpenBracket => "\"[\"",
        TokenKind.CloseBracket => "\"]\"",
        TokenKind.OpenBrace => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.CloseBrace => "\"}\"",
        TokenKind.Name => "Name",
        TokenKind.Int => "Int",
        TokenKind.Float => "Float",
        TokenKind.String => "String",
        TokenKind.BlockString => "BlockString",
    };
}
