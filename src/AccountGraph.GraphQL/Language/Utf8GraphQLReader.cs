using System.Buffers;
using System.Text;
using AccountGraph.GraphQL.Errors;

namespace AccountGraph.GraphQL.Language;

/// <summary>
/// Cuts UTF-8 text into tokens
/// (<see href="https://spec.graphql.org/September2025/#sec-Language.Source-Text">2.1 Source Text</see>).
/// </summary>
/// <remarks>The text must be valid UTF-8, which the parser checks once for the whole document.</remarks>
internal ref struct Utf8GraphQLReader(ReadOnlySpan<byte> text)
{
    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"u8);

    private static readonly SearchValues<byte> StringStops = SearchValues.Create("\"\\\n\r"u8);

    private readonly ReadOnlySpan<byte> _text = text;

    public TokenKind Kind { get; private set; }

    /// <summary>Byte offset of the token; the length of the text at its end.</summary>
    public int Start { get; private set; }

    /// <summary>Byte offset behind the token.</summary>
    public int End { get; private set; }

    /// <summary>The meant text of a <see cref="TokenKind.String"/> or <see cref="TokenKind.BlockString"/>.</summary>
    public string StringValue { get; private set; } = "";

    /// <summary>The token as written.</summary>
    public readonly ReadOnlySpan<byte> Token => _text[Start..End];

    /// <summary>Moves to the next token; stays at <see cref="TokenKind.EndOfFile"/> once it is reached.</summary>
    public void Read()
    {
        Start = SkipIgnored(End);
        if (Start == _text.Length)
        {
            End = Start;
            Kind = TokenKind.EndOfFile;
            return;
        }

        switch (_text[Start])
        {
            case (byte)'!': Punctuator(TokenKind.Bang); break;
            case (byte)'$': Punctuator(TokenKind.Dollar); break;
            case (byte)'&': Punctuator(TokenKind.Ampersand); break;
            case (byte)'(': Punctuator(TokenKind.OpenParenthesis); break;
            case (byte)')': Punctuator(TokenKind.CloseParenthesis); break;
            case (byte)':': Punctuator(TokenKind.Colon); break;
            case (byte)'=': Punctuator(TokenKind.EqualSign); break;
            case (byte)'@': Punctuator(TokenKind.At); break;
            case (byte)'[': Punctuator(TokenKind.OpenBracket); break;
            case (byte)']': Punctuator(TokenKind.CloseBracket); break;
            case (byte)'{': Punctuator(TokenKind.OpenBrace); break;
            case (byte)'|': Punctuator(TokenKind.Pipe); break;
            case (byte)'}': Punctuator(TokenKind.CloseBrace); break;
            case (byte)'.': Dots(); break;
            case (byte)'"' when _text[Start..].StartsWith("\"\"\""u8): BlockString(); break;
            case (byte)'"': String(); break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'): Number(); break;
            case (byte)'_' or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z'): Name(); break;
            default: throw Unexpected(Start);
        }
    }

    /// <summary>White space, line ends, commas, comments and byte order marks mean nothing (2.1.7).</summary>
    private readonly int SkipIgnored(int position)
    {
        while (position < _text.Length)
        {
            switch (_text[position])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',':
                    position++;
                    break;
                case (byte)'#':
                    var length = _text[position..].IndexOfAny((byte)'\n', (byte)'\r');
                    position = length < 0 ? _text.Length : position + length;
                    break;
                case 0xEF when _text[position..] is [_, 0xBB, 0xBF, ..]:
                    position += 3;
                    break;
                default:
                    return position;
            }
        }

        return position;
    }

    private void Punctuator(TokenKind kind) => Finish(kind, Start + 1);

    private void Dots()
    {
        var dots = _text[Start..];
        if (dots.StartsWith("..."u8))
        {
            Finish(TokenKind.Spread, Start + 3);
            return;
        }

        throw dots is [_, >= (byte)'0' and <= (byte)'9', ..]
            ? new SyntaxException(SyntaxErrors.NumberStartsWithDot, Start)
            : Unexpected(Start);
    }

    private void Name()
    {
        var length = _text[Start..].IndexOfAnyExcept(NameBytes);
        Finish(TokenKind.Name, length < 0 ? _text.Length : Start + length);
    }

    /// <summary>An Int or Float (2.9.1, 2.9.2), which no name, digit or dot may follow.</summary>
    private void Number()
    {
        var position = Start;
        var isFloat = false;
        if (_text[position] == '-') position++;

        if (At(position) == '0')
        {
            position++;
            if (IsDigit(At(position))) throw new SyntaxException(SyntaxErrors.LeadingZero, position);
        }
        else
        {
            position = Digits(position);
        }

        if (At(position) == '.')
        {
            isFloat = true;
            position = Digits(position + 1);
        }

        if (At(position) is 'e' or 'E')
        {
            isFloat = true;
            position++;
            if (At(position) is '+' or '-') position++;
            position = Digits(position);
        }

        if (At(position) == '.' || (position < _text.Length && NameBytes.Contains(_text[position])))
        {
            throw new SyntaxException(SyntaxErrors.ExpectedDigit(Describe(position)), position);
        }

        Finish(isFloat ? TokenKind.Float : TokenKind.Int, position);
    }

    private readonly int Digits(int position)
    {
        if (!IsDigit(At(position))) throw new SyntaxException(SyntaxErrors.ExpectedDigit(Describe(position)), position);

        while (IsDigit(At(position))) position++;
        return position;
    }

    /// <summary>A string on one line (<see href="https://spec.graphql.org/September2025/#StringValue">2.9.4</see>).</summary>
    private void String()
    {
        StringBuilder? builder = null;
        var position = Start + 1;
        while (true)
        {
            var length = _text[position..].IndexOfAny(StringStops);
            var stop = length < 0 ? _text.Length : position + length;
            var run = _text[position..stop];
            switch (At(stop))
            {
                case '"':
                    var rest = Encoding.UTF8.GetString(run);
                    StringValue = builder is null ? rest : builder.Append(rest).ToString();
                    Finish(TokenKind.String, stop + 1);
                    return;
                case '\\':
                    builder ??= new StringBuilder();
                    builder.Append(Encoding.UTF8.GetString(run));
                    position = StringEscape.Append(builder, _text, stop);
                    break;
                default:
                    throw new SyntaxException(SyntaxErrors.UnterminatedString, stop);
            }
        }
    }

    private void BlockString()
    {
        var position = Start + 3;
        while (true)
        {
            var length = _text[position..].IndexOf("\"\"\""u8);
            if (length < 0) throw new SyntaxException(SyntaxErrors.UnterminatedString, _text.Length);

            position += length + 3;
            if (_text[position - 4] != '\\') break;
        }

        StringValue = Language.BlockString.Value(Encoding.UTF8.GetString(_text[(Start + 3)..(position - 3)]));
        Finish(TokenKind.BlockString, position);
    }

    private void Finish(TokenKind kind, int end)
    {
        Kind = kind;
        End = end;
    }

    /// <summary>The byte at a position as a character, or NUL behind the end: no token contains a NUL.</summary>
    private readonly char At(int position) => position < _text.Length ? (char)_text[position] : '\0';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private readonly SyntaxException Unexpected(int position) =>
        new(SyntaxErrors.UnexpectedCharacter(Describe(position)), position);

    private readonly string Describe(int position)
    {
        if (position >= _text.Length) return SyntaxErrors.EndOfFile;

        Rune.DecodeFromUtf8(_text[position..], out var rune, out _);
        return rune.Value is >= 0x20 and < 0x7F ? $"\"{rune}\"" : $"U+{rune.Value:X4}";
    }
}
