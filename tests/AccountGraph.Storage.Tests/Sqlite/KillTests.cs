using System.Diagnostics;
using AccountGraph.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace AccountGraph.Storage.Tests.Sqlite;

/// <summary>A write that was answered survives <c>kill -9</c> of the process, and nothing the process leaves behind
/// keeps the next one out.</summary>
public sealed class KillTests : IDisposable
{
    private const int Rounds = 6;

    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.File("store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_answered_write_is_lost_when_the_process_is_killed()
    {
        var answered = new Dictionary<string, long>();
        for (var round = 0; round < Rounds; round++)
        {
            var before = answered.Count;
            await WriteAndKillAsync(answered, TimeSpan.FromMilliseconds(200 + (round * 130)));

            Assert.True(answered.Count > before, "The process was killed before it wrote anything.");
            Assert.Equal("ok", IntegrityCheck());
            await AssertAllAreThereAsync(answered);
        }
    }

    private async Task WriteAndKillAsync(Dictionary<string, long> answered, TimeSpan life)
    {
        var program = Path.ChangeExtension(typeof(KillTests).Assembly.Location, ".dll");
        string[] arguments = ["exec", program, "write-until-killed", Database];
        using var writer = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
        })!;

        // The clock of the round starts with the first answer, however slowly the process starts.
        var line = await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(line);
        var kill = Task.Delay(life).ContinueWith(_ => writer.Kill(), TaskScheduler.Default);
        for (; line is not null; line = await writer.StandardOutput.ReadLineAsync())
        {
            // The last line may have been cut off by the kill.
            var end = line.LastIndexOf(' ');
            if (end < 0 || !long.TryParse(line.AsSpan(end), out var version)) continue;
            var id = line[..end];
            if (id.Length == 32 || id.StartsWith("counter", StringComparison.Ordinal)) answered[id] = version;
        }

        await kill;
        await writer.WaitForExitAsync();
    }

    private async Task AssertAllAreThereAsync(Dictionary<string, long> answered)
    {
        await using var store = SqliteDocumentStore.Open(new SqliteOptions { Path = Database }, TimeProvider.System);
        await store.EnsureAsync(KilledWriter.Collection, CancellationToken.None);
        foreach (var (id, version) in answered)
        {
            var document = await store.GetAsync(KilledWriter.Collection, id, CancellationToken.None);
            Assert.True(document?.Version >= version, $"{id} {version} was answered, {document?.Version} is there.");
        }
    }

    private string IntegrityCheck()
    {
        _ = SqliteDocumentStore.Library;
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var check = connection.CreateCommand();
        check.CommandText = "pragma integrity_check";
        return (string)check.ExecuteScalar()!;
    }
}
