namespace AccountGraph.Accounts.Arguments;

/// <summary>The secret of a link, or a one-time code.</summary>
internal static class SecretArgument
{
    public static AccountError? Check(string argument, string? value) => TextArgument.Check(argument, value, 1, 256);
}
