using System.Text.Json;
using AccountGraph.Accounts.Security;
using AccountGraph.Testing;

namespace AccountGraph.Accounts.Tests.Security;

public sealed class SecretsTests
{
    [Theory]
    [InlineData(128, 256)]
    [InlineData(32, 64)]
    [InlineData(5, 10)]
    public void A_hex_secret_has_two_lower_case_digits_for_each_byte(int bytes, int length)
    {
        var secret = Secrets.Hex(bytes).Reveal();

        Assert.Matches($"^[0-9a-f]{{{length}}}$", secret);
        Assert.NotEqual(secret, Secrets.Hex(bytes).Reveal());
    }

    [Fact]
    public void Codes_are_six_digits_and_keep_leading_zeros()
    {
        var codes = Enumerable.Range(0, 20_000).Select(_ => Secrets.Code().Reveal()).ToArray();

        Assert.All(codes, code => Assert.Matches("^[0-9]{6}$", code));

        // 2,000 are expected for each first digit; six standard deviations are 255.
        Assert.All(codes.GroupBy(code => code[0]), group => Assert.InRange(group.Count(), 1_745, 2_255));
    }

    [Fact]
    public void A_secret_does_not_show_itself()
    {
        var secret = new Secret("hunter2");

        Assert.Equal("***", secret.ToString());
        Assert.Equal("*** ***", $"{secret} {secret:x}");
        Assert.DoesNotContain("hunter2", JsonSerializer.Serialize(secret), StringComparison.Ordinal);
        Assert.Equal("hunter2", secret.Reveal());
    }

    [Fact]
    public void Secrets_are_equal_when_their_texts_are()
    {
        Assert.Equal(new Secret("a"), new Secret("a"));
        Assert.NotEqual(new Secret("a"), new Secret("b"));
        Assert.True(Secrets.AreEqual("ä", "ä"));
        Assert.False(Secrets.AreEqual("a", "aa"));
    }

    [Fact]
    public void A_stored_secret_is_its_sha256_in_hex() => Assert.Equal(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", new Secret("abc").ToSha256Hex());

    [Fact]
    public void Ids_are_twenty_hex_digits_in_the_order_of_creation()
    {
        var clock = new ManualClock(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        var generator = new IdGenerator(clock);

        var ids = Enumerable.Range(0, 1000).Select(_ => generator.Next()).ToList();
        clock.Advance(TimeSpan.FromSeconds(-5));
        ids.Add(generator.Next());
        clock.Advance(TimeSpan.FromDays(1));
        ids.Add(generator.Next());

        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{20}$", id));
        Assert.StartsWith(1_700_000_000_000_000.ToString("x13"), ids[0], StringComparison.Ordinal);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(ids.Count, ids.Select(id => id[..13]).Distinct().Count());
    }

    [Fact]
    public async Task Many_threads_never_get_the_same_time()
    {
        var generator = new IdGenerator(new ManualClock());

        var batches = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => Enumerable.Range(0, 5000).Select(_ => generator.Next()[..13]).ToArray(),
            TestContext.Current.CancellationToken)));

        Assert.Equal(40_000, batches.SelectMany(batch => batch).Distinct().Count());
    }
}
