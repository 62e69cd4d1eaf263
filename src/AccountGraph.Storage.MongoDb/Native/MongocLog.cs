using System.Diagnostics.Tracing;
using System.Runtime.InteropServices;

namespace AccountGraph.Storage.MongoDb.Native;

/// <summary>What the C driver logs, which it would else print to the standard error: as events for whoever listens
/// (<c>dotnet-trace</c>). Its failures reach callers as exceptions anyway.</summary>
[EventSource(Name = "AccountGraph-Mongoc")]
internal sealed class MongocLog : EventSource
{
    // MONGOC_LOG_LEVEL_WARNING; lower is more severe.
    private const int Warning = 2;

    private static readonly MongocLog Instance = new();

    private MongocLog()
    {
    }

    [UnmanagedCallersOnly]
    public static unsafe void Receive(int level, byte* domain, byte* message, nint userData)
    {
        if (!Instance.IsEnabled()) return;
        var text = $"{Marshal.PtrToStringUTF8((nint)domain)}: {Marshal.PtrToStringUTF8((nint)message)}";
        if (level <= Warning) Instance.Trouble(text);
        else Instance.Note(text);
    }

    [Event(1, Level = EventLevel.Warning)]
    private void Trouble(string message) => WriteEvent(1, message);

    [Event(2, Level = EventLevel.Verbose)]
    private void Note(string message) => WriteEvent(2, message);
}
