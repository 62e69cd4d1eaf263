using AccountGraph.Gateway.Hosting;

try
{
    await using var app = GatewayApplication.Build(args);
    await app.OpenAsync();
    await app.RunAsync();
    return 0;
}
catch (SettingsException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
