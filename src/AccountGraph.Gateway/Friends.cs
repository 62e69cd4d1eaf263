using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("AccountGraph.Gateway.Tests")]
[assembly: InternalsVisibleTo("AccountGraph.Architecture.Tests")]
[assembly: InternalsVisibleTo("AccountGraph.Benchmarks")]
