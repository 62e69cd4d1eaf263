using AccountGraph.Gateway.Hosting;
using AccountGraph.Storage;
using Microsoft.AspNetCore.Connections;
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
catch (IOException exception) when (exception.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync(
        $"ASPNETCORE_URLS: {exception.Message} Stop what listens there, or set another.");
    return 1;
}
