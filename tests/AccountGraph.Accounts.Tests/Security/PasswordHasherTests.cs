using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Tests.Security;

public sealed class PasswordHasherTests
{
    private const string Password = "correct horse";
    private const string Salted = "AAECAwQFBgcICQoLDA0ODw";

    [Fact]
    public async Task A_password_verifies_against_its_own_hash_only()
    {
        using var hasher = Hasher();

        var hash = await hasher.HashAsync(Password, default);

        Assert.StartsWith("$argon2id$v=19$m=256,t=2,p=1$", hash, StringComparison.Ordinal);
        Assert.Equal(PasswordVerdict.Match, await hasher.VerifyAsync(Password, hash, default));
        Assert.Equal(PasswordVerdict.NoMatch, await hasher.VerifyAsync("correct horsf", hash, default));
        Assert.NotEqual(hash, await hasher.HashAsync(Password, default));
    }

    [Fact]
    public void The_default_cost_is_the_floor_of_owasp()
    {
        var options = new PasswordHashingOptions();

        Assert.Equal((19_456, 2, 1), (options.MemoryKiB, options.Iterations, options.Parallelism));
        Assert.Equal((Environment.ProcessorCount, 200), (options.Threads, options.QueueLimit));
    }

    // Made by Debian's argon2 and Node.js 20 from the password above.
    [Theory]
    [InlineData("$argon2id$v=19$m=1024,t=2,p=4$c29tZXNhbHQxMjM0NTY3OA$ipHJQSbZyb/7XnNwOdkC69ynKL81wtgaD2rNilYOFSw")]
    [InlineData("$argon2i$v=19$m=256,t=3,p=1$c29tZXNhbHQxMjM0NTY3OA$kU9cRwatlo47Kneh0RdNNjERlvs8+ocqxpz2z6VJ/QA")]
    [InlineData("$scrypt$ln=14,r=8,p=1$" + Salted + "$JbN2hANm9NOw4h5BRHZnbjzQ6Jr0QwNWojTOC2WgIbU")]
    [InlineData("$scrypt$ln=10,r=4,p=3$" + Salted + "$mTyvxgBfYRFP9GjAXbLAU3jbqY/GTlcn")]
    [InlineData("$pbkdf2-sha1$i=1000,l=20$" + Salted + "$ndhWw3a4srcTtr4HQFTLiKRlVuA")]
    [InlineData("$pbkdf2-sha256$i=10000,l=32$" + Salted + "$5RUHDgNTp9sBOWGYS4e6u57cz/Sq3/TQgaDP/8MW6L8")]
    [InlineData("$pbkdf2-sha512$i=5000,l=64$" + Salted
        + "$+fUXt7CYNGWPxxbi+RePnlKXESj22m0qDpWpApxCBikauOu1L0fxVcvoKuOHje7cJV+N0ak8xB2/5g69dB9rrg")]
    [InlineData("$2b$05$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2")]
    public async Task An_imported_hash_verifies_and_asks_to_be_replaced(string stored)
    {
        using var hasher = Hasher();

        Assert.Equal(PasswordVerdict.MatchNeedsRehash, await hasher.VerifyAsync(Password, stored, default));
        Assert.Equal(PasswordVerdict.NoMatch, await hasher.VerifyAsync(Password + " ", stored, default));
    }

    [Fact]
    public async Task A_hash_of_another_cost_asks_to_be_replaced()
    {
        using var before = Hasher();
        using var now = new PasswordHasher(new PasswordHashingOptions { MemoryKiB = 256, Iterations = 3 });

        var stored = await before.HashAsync(Password, default);

        Assert.Equal(PasswordVerdict.MatchNeedsRehash, await now.VerifyAsync(Password, stored, default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("correct horse")]
    [InlineData("$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQxMjM0NTY3OA$kU9cRwatlo47Kneh0RdNNjERlvs8+ocqxpz2z6VJ/QA")]
    [InlineData("$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQxMjM0NTY3OA$kU9cRwatlo47Kneh0RdNNjERlvs8+ocqxpz2z6VJ/QA")]
    [InlineData("$argon2id$v=19$m=256,t=99,p=1$c29tZXNhbHQxMjM0NTY3OA$kU9cRwatlo47Kneh0RdNNjERlvs8+ocqxpz2z6VJ/QA")]
    [InlineData("$argon2id$v=19$m=256,m=256,t=2,p=1$c29tZXNhbHQxMjM0NTY3OA$kU9cRwatlo47Kneh0RdNNjERlvs8")]
    [InlineData("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQxMjM0NTY3OA$")]
    [InlineData("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQxMjM0NTY3OA$kU9cRw")]
    [InlineData("$argon2id$v=19$m=256,t=2,p=1$!$kU9cRwatlo47Kneh0RdNNjERlvs8+ocqxpz2z6VJ/QA")]
    [InlineData("$scrypt$ln=40,r=8,p=1$" + Salted + "$JbN2hANm9NOw4h5BRHZnbjzQ6Jr0QwNWojTOC2WgIbU")]
    [InlineData("$pbkdf2-sha256$i=2000000000$" + Salted + "$5RUHDgNTp9sBOWGYS4e6u57cz/Sq3/TQgaDP/8MW6L8")]
    [InlineData("$md5$i=1$" + Salted + "$5RUHDgNTp9sBOWGYS4e6u57cz/Sq3/TQgaDP/8MW6L8")]
    public async Task No_hash_or_an_unusable_one_never_matches(string? stored)
    {
        using var hasher = Hasher();

        Assert.Equal(PasswordVerdict.NoMatch, await hasher.VerifyAsync(Password, stored, default));
    }

    [Fact]
    public async Task An_unknown_user_costs_as_much_as_a_wrong_password()
    {
        var options = new PasswordHashingOptions { MemoryKiB = 16_384, Iterations = 2, Threads = 1 };
        using var hasher = new PasswordHasher(options);
        var hash = await hasher.HashAsync(Password, default);

        // In turns, so that a busy machine slows both alike; the quickest of each is the least disturbed.
        var wrong = long.MaxValue;
        var unknown = long.MaxValue;
        for (var i = 0; i < 15; i++)
        {
            wrong = Math.Min(wrong, await TimeAsync(() => hasher.VerifyAsync("wrong", hash, default)));
            unknown = Math.Min(unknown, await TimeAsync(() => hasher.VerifyAsync("wrong", null, default)));
        }

        Assert.InRange((double)unknown / wrong, 0.6, 1.6);
    }

    private static PasswordHasher Hasher() =>
        new(new PasswordHashingOptions { MemoryKiB = 256, Iterations = 2, Threads = 1 });

    private static async Task<long> TimeAsync(Func<ValueTask<PasswordVerdict>> verify)
    {
        var start = TimeProvider.System.GetTimestamp();
        Assert.Equal(PasswordVerdict.NoMatch, await verify());
        return TimeProvider.System.GetTimestamp() - start;
    }
}
