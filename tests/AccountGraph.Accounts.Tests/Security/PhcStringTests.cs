using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Tests.Security;

public sealed class PhcStringTests
{
    [Theory]
    [InlineData("$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQxMjM0NTY3OA$oVLnFW4Vdd+KZaNyuHNZYDlTeeRDSkyoACLFGAAhgLc")]
    [InlineData("$scrypt$ln=14,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$mTyvxgBfYRFP9GjAXbLAU3jbqY/GTlcn")]
    public void A_hash_is_written_as_it_was_read(string text) =>
        Assert.Equal(text, PhcString.Parse(text)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("$")]
    [InlineData("argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA")]
    [InlineData("$argon2id$v=19$m=1,t=1,p=1$AAAA")]
    [InlineData("$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA$AAAA")]
    [InlineData("$argon2id$v=x$m=1,t=1,p=1$AAAA$AAAA")]
    [InlineData("$argon2id$v=19$m=1,m=2$AAAA$AAAA")]
    [InlineData("$argon2id$v=19$m=-1$AAAA$AAAA")]
    [InlineData("$argon2id$v=19$m=99999999999$AAAA$AAAA")]
    [InlineData("$argon2id$v=19$m$AAAA$AAAA")]
    [InlineData("$argon2id$v=19$m=1$A$AAAA")]
    [InlineData("$argon2id$v=19$m=1$AA==$AAAA")]
    [InlineData("$argon2id$v=19$m=1$AA A$AAAA")]
    public void What_is_not_of_the_form_is_not_read(string text) => Assert.Null(PhcString.Parse(text));

    [Fact]
    public void A_text_without_end_is_not_read() =>
        Assert.Null(PhcString.Parse("$argon2id$v=19$m=1$AAAA$" + new string('A', 4000)));
}
