using System.Globalization;

namespace AccountGraph.Accounts.Devices;

/// <summary>Finds lower-case texts of which every match of a pattern contains at least one. Understands just enough
/// of regular expressions for that, and where it is not sure it finds none, which means: try the regex.</summary>
internal sealed class RequiredLiterals
{
    private const int MostCombinations = 48;
    private const int MostAlternatives = 400;
    private const int LargestClass = 4;
    private const char End = '\0';

    private readonly string _pattern;
    private int _at;
    private bool _isUnderstood = true;

    private RequiredLiterals(string pattern) => _pattern = pattern;

    /// <summary>Empty when there is no such set of texts worth searching for.</summary>
    public static string[] Of(string pattern)
    {
        var parser = new RequiredLiterals(pattern);
        var found = parser.Alternatives().Best;
        var isUnderstood = parser._isUnderstood && parser._at == pattern.Length;
        return isUnderstood && found is not null && found.All(text => text.Length > 1) ? [.. found] : [];
    }

    private Part Alternatives()
    {
        var result = Sequence();
        while (Take('|')) result = Part.Either(result, Sequence());
        return result;
    }

    private Part Sequence()
    {
        IReadOnlyList<string> run = [""];
        IReadOnlyList<string>? required = null;
        var isWhole = true;
        while (Peek() is not (End or '|' or ')'))
        {
            var part = Quantified();
            if (part.Exact is not null && run.Count * part.Exact.Count <= MostCombinations)
            {
                run = [.. run.SelectMany(start => part.Exact.Select(end => start + end)).Distinct()];
                continue;
            }

            required = Part.Better(Part.Better(required, run), part.Required);
            run = part.Exact ?? [""];
            isWhole = false;
        }

        return isWhole ? new Part(run, null) : new Part(null, Part.Better(required, run));
    }

    private Part Quantified()
    {
        var part = Atom();
        var isOptional = false;
        switch (Peek())
        {
            case '?' or '*':
                isOptional = true;
                _at++;
                break;
            case '+':
                _at++;
                break;
            case '{' when Repetition() is { } minimum:
                isOptional = minimum == 0;
                break;
            default:
                return part;
        }

        // A lazy one matches the same texts.
        Take('?');
        return isOptional ? Part.Unknown : part.Repeated;
    }

    private int? Repetition()
    {
        var end = _pattern.IndexOf('}', _at);
        var minimum = end < 0 ? "" : _pattern[(_at + 1)..end].Split(',')[0];
        if (!int.TryParse(minimum, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        _at = end + 1;
        return number;
    }

    private Part Atom()
    {
        var character = Next();
        return character switch
        {
            '(' => Group(),
            '[' => Class(),
            '\\' => Escape(),
            '.' => Part.Unknown,
            '^' or '$' => Part.Nothing,
            _ => Part.Exactly(character),
        };
    }

    private Part Group()
    {
        var isLookaround = false;
        if (Take('?') && !Take(':'))
        {
            Take('<');
            isLookaround = Take('=') || Take('!');

            // A named group, an option or the like.
            _isUnderstood &= isLookaround;
        }

        var inner = Alternatives();
        _isUnderstood &= Take(')');
        // What is only looked at is not part of the match.
        return isLookaround ? Part.Nothing : inner;
    }

    private Part Class()
    {
        var isKnown = !Take('^');
        var members = new List<char>();
        var isFirst = true;
        while (Peek() != End && (isFirst || Peek() != ']'))
        {
            var character = Next();
            if (character == '\\')
            {
                character = Next();
                isKnown &= !char.IsAsciiLetterOrDigit(character);
            }

            var isRange = !isFirst && character == '-' && Peek() != ']';
            isKnown &= !isRange;
            members.Add(char.ToLowerInvariant(character));
            isFirst = false;
        }

        _isUnderstood &= Take(']');
        var different = members.Distinct().ToArray();
        return isKnown && different.Length <= LargestClass
            ? different.Select(Part.Exactly).Aggregate(Part.Either)
            : Part.Unknown;
    }

    private Part Escape()
    {
        var character = Next();
        if (character is 'b' or 'B') return Part.Nothing;
        if (!char.IsAsciiLetterOrDigit(character)) return Part.Exactly(character);

        // Others go on behind the letter, such as \x41.
        _isUnderstood &= character is 'd' or 'D' or 'w' or 'W' or 's' or 'S';
        return Part.Unknown;
    }

    private char Peek() => _at < _pattern.Length ? _pattern[_at] : End;

    private char Next()
    {
        var character = Peek();
        _at++;
        return character;
    }

    private bool Take(char character)
    {
        if (Peek() != character) return false;
        _at++;
        return true;
    }

    /// <param name="Exact">Every text the whole part can match, or null when that is not known.</param>
    /// <param name="Required">Otherwise texts of which every match contains one, or null.</param>
    private sealed record Part(IReadOnlyList<string>? Exact, IReadOnlyList<string>? Required)
    {
        public static Part Nothing { get; } = new([""], null);

        public static Part Unknown { get; } = new(null, null);

        public IReadOnlyList<string>? Best => Exact ?? Required;

        /// <summary>Still contains what it contains once; its whole text is no longer known.</summary>
        public Part Repeated => new(null, Best);

        public static Part Exactly(char character) => new([char.ToLowerInvariant(character).ToString()], null);

        public static Part Either(Part left, Part right)
        {
            if (left.Best is null || right.Best is null) return Unknown;
            var union = Union(left.Best, right.Best);
            return left.Exact is null || right.Exact is null ? new Part(null, union) : new Part(union, null);
        }

        private static string[]? Union(IReadOnlyList<string> left, IReadOnlyList<string> right)
        {
            string[] union = [.. left.Union(right)];
            return union.Length <= MostAlternatives ? union : null;
        }

        // The one whose shortest text is longest rules out most.
        public static IReadOnlyList<string>? Better(IReadOnlyList<string>? left, IReadOnlyList<string>? right) =>
            Rank(right) > Rank(left) ? right : left;

        private static int Rank(IReadOnlyList<string>? texts) =>
            texts is null ? 0 : (Math.Min(8, texts.Min(text => text.Length)) * 100) - texts.Count;
    }
}
