using System.Diagnostics;

namespace AccountGraph.Accounts.Tests.Security;

/// <summary>Other people's implementations, to compare with. A test that needs one is skipped where it is not
/// installed.</summary>
internal static class CommandLine
{
    public static async Task<string> RunAsync(string program, string[] arguments, string input = "")
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        var isInstalled = path.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
        Assert.SkipUnless(isInstalled, $"{program} is not installed.");

        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output.Trim();
    }
}
