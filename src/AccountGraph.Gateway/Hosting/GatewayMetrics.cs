using System.Diagnostics;
using System.Diagnostics.Metrics;
using AccountGraph.Accounts;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Gateway.Hosting;

/// <summary>What operators watch: how often each operation ends how and how long it takes, who is refused by the
/// rate limits, and how many passwords wait to be hashed.</summary>
internal sealed class GatewayMetrics
{
    public const string MeterName = "AccountGraph";

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private readonly Histogram<double> _operations;
    private readonly Counter<long> _refusals;

    public GatewayMetrics(IMeterFactory meters, PasswordHasher passwords)
    {
        var meter = meters.Create(MeterName);
        _operations = meter.CreateHistogram(
            "accountgraph.operation.duration", "s", "Time of an operation with its checks.", tags: null, Seconds);
        _refusals = meter.CreateCounter<long>(
            "accountgraph.rate_limit.refusals", "{call}", "Calls refused because a limit was reached.");
        meter.CreateObservableGauge(
            "accountgraph.password_hashing.waiting", () => passwords.Waiting, "{hash}", "Hashes waiting for a thread.");
    }

    /// <summary>Whether anybody listens; when not, operations need not be timed.</summary>
    public bool IsOn => _operations.Enabled;

    public void Record(string operation, AccountError? error, TimeSpan duration)
    {
        var tags = new TagList { { "accountgraph.operation.name", operation } };
        if (error?.Code == StatusCodes.Status429TooManyRequests) _refusals.Add(1, tags);
        if (error is not null) tags.Add("error.type", error.Type);
        _operations.Record(duration.TotalSeconds, tags);
    }
}
