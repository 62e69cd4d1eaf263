namespace AccountGraph.Storage;

/// <summary>The store did not answer, or refuses work because too much waits. The caller may try again.</summary>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    public StoreUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
