using System.Collections.Frozen;

namespace AccountGraph.Accounts.Security;

/// <summary>The most common passwords that are long enough to be allowed at all, from a list that came with the
/// server: nothing is asked over the network.</summary>
public sealed class CommonPasswords
{
    private readonly FrozenSet<string> _passwords = Read().ToFrozenSet(StringComparer.Ordinal);

    public int Count => _passwords.Count;

    public bool Contains(string password) => _passwords.Contains(password);

    private static IEnumerable<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
