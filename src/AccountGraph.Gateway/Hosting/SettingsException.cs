namespace AccountGraph.Gateway.Hosting;

/// <summary>Settings with which the server must not start; one line a problem.</summary>
internal sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception("The server cannot start with these settings:\n" + string.Join('\n', problems.Select(p => "  " + p)))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
