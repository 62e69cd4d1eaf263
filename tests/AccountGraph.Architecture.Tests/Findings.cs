namespace AccountGraph.Architecture.Tests;

internal static class Findings
{
    /// <summary>Fails with every finding on a line of its own; a collection assertion would cut them short.</summary>
    public static void None(IEnumerable<string> findings)
    {
        var lines = string.Join('\n', findings);
        Assert.True(lines.Length == 0, lines);
    }
}
