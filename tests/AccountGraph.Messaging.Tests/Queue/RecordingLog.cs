using System.Collections.Concurrent;
using AccountGraph.Messaging.Providers.Queue;
using Microsoft.Extensions.Logging;

namespace AccountGraph.Messaging.Tests.Queue;

internal sealed class RecordingLog : ILogger<MessageWorker>
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{logLevel}: {formatter(state, exception)}");
}
