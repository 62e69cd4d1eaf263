using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Tests.Security;

public sealed class SecretBoxTests
{
    private const string OldKey = "the key before, also long enough: 1234";
    private const string NewKey = "the key of today, long enough as well!";

    private readonly SecretBox _box = new(KeyRing.From(NewKey, OldKey));

    [Theory]
    [InlineData("")]
    [InlineData("JBSWY3DPEHPK3PXP")]
    [InlineData("Schlüssel 🔑")]
    public void What_is_sealed_opens_again(string text)
    {
        var sealedText = _box.Seal(new Secret(text), "totp", "user-1");

        Assert.Equal(text, _box.Open(sealedText, "totp", "user-1")!.Reveal());
        Assert.NotEqual(sealedText, _box.Seal(new Secret(text), "totp", "user-1"));
    }

    [Theory]
    [InlineData("recovery", "user-1")]
    [InlineData("totp", "user-2")]
    [InlineData("totpu", "ser-1")]
    [InlineData("", "totpuser-1")]
    public void It_opens_for_its_own_purpose_and_owner_only(string purpose, string owner) =>
        Assert.Null(_box.Open(_box.Seal(new Secret("seed"), "totp", "user-1"), purpose, owner));

    [Fact]
    public void Nothing_changed_opens()
    {
        var sealedText = _box.Seal(new Secret("seed"), "totp", "user-1");

        for (var i = 0; i < sealedText.Length; i++)
        {
            var changed = sealedText.ToCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            Assert.Null(_box.Open(new string(changed), "totp", "user-1"));
            Assert.Null(_box.Open(sealedText[..i], "totp", "user-1"));
        }
    }

    [Fact]
    public void An_older_key_still_opens_and_says_that_it_is_old()
    {
        var before = new SecretBox(KeyRing.From(OldKey)).Seal(new Secret("seed"), "totp", "user-1");

        Assert.Equal("seed", _box.Open(before, "totp", "user-1")!.Reveal());
        Assert.False(_box.IsSealedByCurrentKey(before));
        Assert.True(_box.IsSealedByCurrentKey(_box.Seal(new Secret("seed"), "totp", "user-1")));
        Assert.Null(new SecretBox(KeyRing.From(NewKey)).Open(before, "totp", "user-1"));
    }

    [Fact]
    public void A_short_key_is_refused() =>
        Assert.Throws<ArgumentException>(() => KeyRing.From("thirty-one bytes, one too few.."));

    [Fact]
    public void A_key_never_shows_itself() =>
        Assert.DoesNotContain("today", KeyRing.From(NewKey).Current.ToString(), StringComparison.Ordinal);
}
