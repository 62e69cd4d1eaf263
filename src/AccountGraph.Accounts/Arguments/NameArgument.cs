namespace AccountGraph.Accounts.Arguments;

internal static class NameArgument
{
    private const int Longest = 128;

    public static AccountError? Check(string argument, string? value) =>
        TextArgument.Check(argument, value, 1, Longest);

    public static AccountError? CheckOptional(string argument, string? value) =>
        value is null ? null : Check(argument, value);
}
