namespace AccountGraph.Accounts;

/// <summary>The answer of an operation that answers nothing but its success.</summary>
public sealed class Done
{
    private Done()
    {
    }

    public static Done Instance { get; } = new();
}
