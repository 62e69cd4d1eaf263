using System.Globalization;
using AccountGraph.Benchmarks.Http;
using BenchmarkDotNet.Running;

// The script "http" beside this file starts the first two; everything else is BenchmarkDotNet's:
// dotnet run -c Release --project tests/AccountGraph.Benchmarks -- --inProcess --job short --filter '*Execute*'
switch (args)
{
    case ["raw", var url, var token, var answer]:
        await RawEndpoint.RunAsync(url, token, answer);
        break;
    case ["hash", var seconds]:
        await HashRate.RunAsync(int.Parse(seconds, CultureInfo.InvariantCulture));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(RawEndpoint).Assembly).Run(args);
        break;
}
