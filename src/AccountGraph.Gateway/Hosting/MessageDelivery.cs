using AccountGraph.Messaging.Providers.Queue;

namespace AccountGraph.Gateway.Hosting;

/// <summary>Runs the worker that delivers messages for as long as the server runs.</summary>
internal sealed class MessageDelivery(MessageWorker worker) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => worker.RunAsync(stoppingToken);
}
