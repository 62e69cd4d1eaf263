using System.Diagnostics;
using System.Globalization;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Benchmarks.Http;

/// <summary>How many passwords a second the machine can hash: the ceiling of sign-ins.</summary>
internal static class HashRate
{
    public static async Task RunAsync(int seconds)
    {
        var options = new PasswordHashingOptions();
        using var hasher = new PasswordHasher(options);
        var phc = await hasher.HashAsync("correct horse battery", CancellationToken.None);
        var clock = Stopwatch.StartNew();
        long count = 0;
        var callers = Enumerable.Range(0, Environment.ProcessorCount * 2).Select(async _ =>
        {
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                await hasher.VerifyAsync("correct horse battery", phc, CancellationToken.None);
                Interlocked.Increment(ref count);
            }
        });
        await Task.WhenAll(callers);
        Console.WriteLine((count / clock.Elapsed.TotalSeconds).ToString("0.0", CultureInfo.InvariantCulture));
    }
}
