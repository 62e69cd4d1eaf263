namespace AccountGraph.GraphQL.Validation;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class Suggestions
{
    private const int MaxLength = 64;

    /// <summary>The known name with the fewest differing letters, if these are few enough; else null.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        if (name.Length > MaxLength) return null;

        string? nearest = null;
        var limit = (name.Length * 2 / 5) + 1;
        foreach (var candidate in known)
        {
            if (candidate.Length > MaxLength || Math.Abs(candidate.Length - name.Length) > limit) continue;

            var distance = Distance(name, candidate);
            if (distance > limit || (distance == limit && nearest is not null)) continue;

            nearest = candidate;
            limit = distance;
        }

        return nearest;
    }

    /// <summary>How many letters must be put in, taken out or changed; case does not count.</summary>
    private static int Distance(string left, string right)
    {
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var column = 0; column <= right.Length; column++) row[column] = column;

        for (var line = 1; line <= left.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var isSame = char.ToUpperInvariant(left[line - 1]) == char.ToUpperInvariant(right[column - 1]);
                var changed = diagonal + (isSame ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(changed, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
