using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AccountGraph.Gateway.RateLimits;

namespace AccountGraph.Gateway.Tests.RateLimits;

public sealed class RedisAccessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("redis-tls-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_password_of_the_connection_string_opens()
    {
        await using var server = await RedisServer.StartAsync("--requirepass", "right");
        await using var limiter = RedisLimiters.PatientlyTo($"{server.Address},password=right");

        await limiter.PingAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",password=wrong-one")]
    public async Task A_wrong_password_is_named_as_the_reason_and_not_repeated(string password)
    {
        await using var server = await RedisServer.StartAsync("--requirepass", "right");
        await using var limiter = RedisLimiters.PatientlyTo(server.Address + password);

        var messages = await RefusalsUntilAsync("password", limiter);

        Assert.DoesNotContain(messages, message => message.Contains("wrong-one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_encrypted_connection_trusts_the_authority_of_the_settings()
    {
        var authority = MakeAuthority("authority");
        await using var server = await StartEncryptedAsync(authority);
        await using var limiter =
            RedisLimiters.PatientlyTo($"{server.Address},ssl=true", authority: PathOf("authority"));

        await limiter.PingAsync(CancellationToken.None);
        var verdict = await limiter.TakeAsync([new RateLimitKey("encrypted", 3)], CancellationToken.None);

        Assert.Equal(2, verdict.Remaining);
    }

    [Fact]
    public async Task A_server_of_another_authority_is_not_trusted()
    {
        MakeAuthority("other");
        await using var server = await StartEncryptedAsync(MakeAuthority("authority"));
        await using var stranger = RedisLimiters.PatientlyTo($"{server.Address},ssl=true", authority: PathOf("other"));
        await using var system = RedisLimiters.PatientlyTo($"{server.Address},ssl=true");

        await RefusalsUntilAsync("certificate", stranger);
        await RefusalsUntilAsync("certificate", system);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_not_trusted()
    {
        await using var server = await StartEncryptedAsync(MakeAuthority("authority"), IPAddress.Parse("127.0.0.9"));
        await using var limiter =
            RedisLimiters.PatientlyTo($"{server.Address},ssl=true", authority: PathOf("authority"));

        await RefusalsUntilAsync("certificate", limiter);
    }

    /// <summary>The library does not know the reason of every failure, but soon one that tells it.</summary>
    private static async Task<IReadOnlyList<string>> RefusalsUntilAsync(string reason, RedisRateLimiter limiter)
    {
        var messages = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            var refusal = await Assert.ThrowsAsync<RateLimiterUnavailableException>(
                () => limiter.PingAsync(CancellationToken.None).AsTask());
            messages.Add(refusal.Message);
            if (refusal.Message.Contains(reason, StringComparison.Ordinal)) return messages;
            await Task.Delay(100);
        }

        throw new InvalidOperationException($"No refusal named {reason}: {string.Join("; ", messages.Distinct())}");
    }

    private Task<RedisServer> StartEncryptedAsync(X509Certificate2 authority, IPAddress? address = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=redis", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address ?? IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, authority.NotBefore, authority.NotAfter, [1, 2, 3]);
        File.WriteAllText(PathOf("server"), certificate.ExportCertificatePem());
        File.WriteAllText(PathOf("key"), key.ExportPkcs8PrivateKeyPem());

        return RedisServer.StartAsync(
            "--tls-cert-file", PathOf("server"), "--tls-key-file", PathOf("key"), "--tls-auth-clients", "no");
    }

    private X509Certificate2 MakeAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        var authority = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(PathOf(name), authority.ExportCertificatePem());
        return authority;
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name + ".pem");
}
