using AccountGraph.Gateway.Hosting;
using AccountGraph.Storage;
using Microsoft.Extensions.Options;

try
{
    await using var app = GatewayApplication.Build(args);
    await app.OpenAsync();
    await app.RunAsync();
    return 0;
}
catch (Exception exception)
    when (exception is SettingsException or OptionsValidationException or StoreUnavailableException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
