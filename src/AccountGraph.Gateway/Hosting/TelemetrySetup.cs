using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AccountGraph.Gateway.Hosting;

/// <summary>Traces, metrics and logs by OTLP. Documents, variables, cookies and query strings carry secrets and are
/// never part of them.</summary>
internal static class TelemetrySetup
{
    private const string ServiceName = "accountgraph";

    // .NET 10 describes requests in OpenTelemetry's terms only when this is off.
    private const string SuppressSwitch = "Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData";

    // Writes addresses of requests with their query strings.
    private const string RequestLog = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public static void AddTelemetry(this WebApplicationBuilder builder, OpenTelemetryOptions options)
    {
        var services = builder.Services;
        services.AddSingleton<GatewayMetrics>();
        if (options.Endpoint is null) return;

        AppContext.SetSwitch(SuppressSwitch, false);
        services.AddSingleton(_ => TracesTo(options));
        services.AddSingleton(_ => MetricsTo(options));
        services.AddHostedService<TelemetryExport>();
        services.AddSingleton<IStartupFilter, RequestTags>();
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(RequestLog, LogLevel.Warning);
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.SetResourceBuilder(Describe());
            logs.IncludeFormattedMessage = true;
            logs.IncludeScopes = true;
            logs.AddOtlpExporter(exporter => Address(exporter, options, "logs"));
        });
    }

    private static TracerProvider TracesTo(OpenTelemetryOptions options) => Sdk.CreateTracerProviderBuilder()
        .SetResourceBuilder(Describe())
        .AddSource("Microsoft.AspNetCore", "System.Net.Http")
        .AddOtlpExporter(exporter => Address(exporter, options, "traces"))
        .Build();

    private static MeterProvider MetricsTo(OpenTelemetryOptions options) => Sdk.CreateMeterProviderBuilder()
        .SetResourceBuilder(Describe())
        .AddMeter(
            GatewayMetrics.MeterName,
            "Microsoft.AspNetCore.Hosting",
            "Microsoft.AspNetCore.Server.Kestrel",
            "System.Net.Http",
            "System.Runtime")
        .AddOtlpExporter(exporter => Address(exporter, options, "metrics"))
        .Build();

    /// <summary>The standard's environment variables, such as OTEL_SERVICE_NAME, come last and win.</summary>
    private static ResourceBuilder Describe() => ResourceBuilder.CreateEmpty()
        .AddService(ServiceName, serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3))
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();

    private static void Address(OtlpExporterOptions exporter, OpenTelemetryOptions options, string signal)
    {
        exporter.Endpoint = options.AddressOf(signal);
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
    }
}
