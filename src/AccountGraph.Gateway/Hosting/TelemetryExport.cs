using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace AccountGraph.Gateway.Hosting;

/// <summary>Asking for the providers starts them, before the first request; what they still hold when the server
/// stops is sent then.</summary>
internal sealed class TelemetryExport(TracerProvider traces, MeterProvider metrics) : IHostedService
{
    private const int FlushMilliseconds = 3000;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            traces.Shutdown(FlushMilliseconds);
            metrics.Shutdown(FlushMilliseconds);
        },
        cancellationToken);
}
