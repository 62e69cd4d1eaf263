namespace AccountGraph.Accounts.Arguments;

/// <summary>An id that the caller chooses, or the word that leaves the choice to the server.</summary>
internal static class NewIdArgument
{
    private const string Unique = "unique()";

    public static AccountError? Check(string argument, string? value) =>
        value == Unique ? null : IdArgument.Check(argument, value);

    public static string Resolve(string value, Func<string> make) => value == Unique ? make() : value;
}
