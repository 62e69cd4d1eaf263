using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AccountGraph.Storage.MongoDb;
using AccountGraph.Storage.MongoDb.Native;

namespace AccountGraph.Storage.Tests.MongoDb;

public sealed class MongoConnectionTests
{
    private readonly CollectionDefinition _collection = Items.NewCollection();

    [Fact]
    public async Task A_server_that_stops_under_load_fails_calls_in_time_and_is_found_again()
    {
        await using var server = await StartAsync();
        await using var store = MongoDbDocumentStore.Open(server.Options());
        await store.EnsureAsync(_collection, CancellationToken.None);
        await store.InsertAsync(_collection, Items.Item("a"), CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 32).Select(_ => Task.Run(() => LoadAsync(store, stop.Token))).ToArray();

        await Task.Delay(300);
        await server.KillAsync();
        await Task.Delay(3000);
        await using var next = await MongoServer.StartAsync("--port", $"{server.Port}");
        var recovery = Stopwatch.StartNew();
        while (!await AnswersAsync(store)) await Task.Delay(20);
        var recovered = recovery.Elapsed;
        await stop.CancelAsync();
        var slowest = (await Task.WhenAll(load)).Max();

        Assert.True(recovered < TimeSpan.FromSeconds(10), $"It took {recovered} to find the server again.");
        Assert.True(slowest < TimeSpan.FromSeconds(10), $"A call took {slowest}.");
    }

    [Fact]
    public async Task While_no_server_is_found_calls_fail_at_once()
    {
        await using var server = await StartAsync();
        await server.KillAsync();
        await using var store = MongoDbDocumentStore.Open(server.Options("?serverSelectionTimeoutMS=300"));
        var first = await FailureAsync(store);

        var watch = Stopwatch.StartNew();
        var failures = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => FailureAsync(store)));

        Assert.Contains("No suitable servers found", first.Message, StringComparison.Ordinal);
        Assert.All(failures, failure => Assert.Equal("MongoDB was not found a moment ago.", failure.Message));
        Assert.True(watch.ElapsedMilliseconds < 300, $"100 calls took {watch.Elapsed}.");
    }

    [Fact]
    public async Task A_server_that_hangs_fails_calls_at_their_deadline()
    {
        await using var server = await StartAsync();
        var options = server.Options();
        options.TimeoutSeconds = 1;
        await using var store = MongoDbDocumentStore.Open(options);
        await store.EnsureAsync(_collection, CancellationToken.None);
        server.Fail("find", 2, it => it.Block(3000));

        var watch = Stopwatch.StartNew();
        Assert.False(await AnswersAsync(store));

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(2.5));
        Assert.True(await AnswersAsync(store));
    }

    [Fact]
    public async Task The_password_opens_the_door_and_a_wrong_one_is_told_without_it()
    {
        await using var server = await StartAsync("--user", "ann", "--password", "p@ss:word/");
        await using (var store = MongoDbDocumentStore.Open(server.Options(login: "ann:p%40ss%3Aword%2F@")))
        {
            await store.EnsureAsync(_collection, CancellationToken.None);
        }

        await using var wrong = MongoDbDocumentStore.Open(server.Options(login: "ann:secret-typo@"));
        var failure = await FailureAsync(wrong);

        Assert.Contains("Authentication failed", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-typo", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TLS_needs_a_certificate_that_is_trusted()
    {
        using var folder = new TemporaryFolder();
        var pem = folder.File("server.pem");
        await File.WriteAllTextAsync(pem, SelfSigned());
        await using var server = await StartAsync("--tlsKeyFile", pem);
        await using (var store = MongoDbDocumentStore.Open(server.Options($"?tls=true&tlsCAFile={pem}")))
        {
            await store.PingAsync(CancellationToken.None);
        }

        await using var distrusting = MongoDbDocumentStore.Open(
            server.Options("?tls=true&serverSelectionTimeoutMS=500"));
        var failure = await FailureAsync(distrusting);

        Assert.Contains("TLS handshake failed", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mongodb://user:secret-typo@host:notaport/")]
    [InlineData("mongodb://")]
    [InlineData("mongodb://host/?replicaSet=")]
    [InlineData("postgres://host")]
    [InlineData("")]
    public void A_connection_string_that_is_not_valid_is_told_by_its_setting(string connection)
    {
        var failure = Assert.Throws<StoreUnavailableException>(
            () => MongoDbDocumentStore.Open(new MongoDbOptions { ConnectionString = connection }));

        Assert.StartsWith("Storage:MongoDb:ConnectionString: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-typo", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_library_is_told_with_the_package_that_brings_it()
    {
        var failure = Assert.Throws<StoreUnavailableException>(() => LibMongoc.Require("libmongoc-0.0.so.0"));

        Assert.Contains("apt-get install libmongoc-1.0-0", failure.Message, StringComparison.Ordinal);
        Assert.StartsWith("libmongoc 1.", MongoDbDocumentStore.Library, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mongodb://a,b:1", "mongodb://a,b:1/?appName=AccountGraph&serverSelectionTimeoutMS=2000")]
    [InlineData("mongodb://a/", "mongodb://a/?appName=AccountGraph&serverSelectionTimeoutMS=2000")]
    [InlineData("mongodb://a/db?w=1&APPNAME=x", "mongodb://a/db?w=1&APPNAME=x&serverSelectionTimeoutMS=2000")]
    [InlineData("mongodb+srv://a", "mongodb+srv://a/?appName=AccountGraph&serverSelectionTimeoutMS=2000")]
    public void What_a_connection_string_does_not_say_is_added(string given, string start)
    {
        var connection = ConnectionDefaults.Apply(new MongoDbOptions { ConnectionString = given, TimeoutSeconds = 7 });

        Assert.StartsWith(start, connection, StringComparison.Ordinal);
        Assert.Contains("&socketTimeoutMS=7000", connection, StringComparison.Ordinal);
        var isSilent = !given.Contains("w=1", StringComparison.Ordinal);
        Assert.Equal(isSilent, connection.EndsWith("&w=majority", StringComparison.Ordinal));
    }

    private static async Task<MongoServer> StartAsync(params string[] options)
    {
        Assert.SkipWhen(MongoServer.Obstacle is not null, MongoServer.Obstacle ?? "");
        return await MongoServer.StartAsync(options);
    }

    private static async Task<StoreUnavailableException> FailureAsync(MongoDbDocumentStore store) =>
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.PingAsync(CancellationToken.None));

    /// <summary>The time of the slowest call.</summary>
    private async Task<TimeSpan> LoadAsync(MongoDbDocumentStore store, CancellationToken stop)
    {
        var slowest = TimeSpan.Zero;
        while (!stop.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            if (!await AnswersAsync(store)) await Task.Delay(5, CancellationToken.None);
            if (watch.Elapsed > slowest) slowest = watch.Elapsed;
        }

        return slowest;
    }

    private async Task<bool> AnswersAsync(MongoDbDocumentStore store)
    {
        try
        {
            await store.GetAsync(_collection, "a", CancellationToken.None);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private static string SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return $"{key.ExportPkcs8PrivateKeyPem()}\n{certificate.ExportCertificatePem()}\n";
    }
}
