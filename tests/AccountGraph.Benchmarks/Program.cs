using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/AccountGraph.Benchmarks -- --inProcess --job short --filter '*Execute*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
