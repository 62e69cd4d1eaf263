using System.Text;

namespace AccountGraph.Accounts.Arguments;

internal static class TextArgument
{
    public static AccountError? Check(string argument, string? value, int shortest, int longest)
    {
        if (value is null) return Missing(argument);
        return CountCharacters(value) is { } count && count >= shortest && count <= longest
            ? null
            : AccountErrors.ArgumentInvalid(argument, $"must be text of {shortest} to {longest} characters.");
    }

    public static AccountError Missing(string argument) => AccountErrors.ArgumentInvalid(argument, "is required.");

    // Half a surrogate pair is no text: stores would replace it, and two different values become one.
    private static int? CountCharacters(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var length) != System.Buffers.OperationStatus.Done) return null;
            text = text[length..];
            count++;
        }

        return count;
    }
}
