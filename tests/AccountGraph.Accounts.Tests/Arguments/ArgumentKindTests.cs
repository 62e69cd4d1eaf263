using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Mfa;
using AccountGraph.Accounts.Projects;

namespace AccountGraph.Accounts.Tests.Arguments;

public sealed class ArgumentKindTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("A.b_c-9", true)]
    [InlineData("012345678901234567890123456789012345", true)]
    [InlineData("0123456789012345678901234567890123456", false)]
    [InlineData("", false)]
    [InlineData(".a", false)]
    [InlineData("-a", false)]
    [InlineData("a b", false)]
    [InlineData("ä", false)]
    [InlineData("unique()", false)]
    public void Ids(string value, bool isValid) => Assert.Equal(isValid, IdArgument.Check("id", value) is null);

    [Fact]
    public void A_new_id_may_be_left_to_the_server()
    {
        Assert.Null(NewIdArgument.Check("id", "unique()"));
        Assert.Equal("made", NewIdArgument.Resolve("unique()", () => "made"));
        Assert.Equal("mine", NewIdArgument.Resolve("mine", () => "made"));
    }

    [Theory]
    [InlineData("a@b.co", true)]
    [InlineData("Anna.O'Neil+tag@mail.example.org", true)]
    [InlineData("anna@localhost", false)]
    [InlineData("anna", false)]
    [InlineData("@b.co", false)]
    [InlineData("a@", false)]
    [InlineData("a@b..co", false)]
    [InlineData(".a@b.co", false)]
    [InlineData("a..b@b.co", false)]
    [InlineData("a@-b.co", false)]
    [InlineData("a b@b.co", false)]
    [InlineData(" a@b.co", false)]
    [InlineData("a@b.co\n", false)]
    [InlineData("Anna <a@b.co>", false)]
    [InlineData("a@b@c.co", false)]
    public void Emails(string value, bool isValid) =>
        Assert.Equal(isValid, EmailArgument.Check("email", value) is null);

    [Fact]
    public void An_email_has_a_longest_form()
    {
        Assert.Null(EmailArgument.Check("email", new string('a', 64) + "@b.co"));
        Assert.NotNull(EmailArgument.Check("email", new string('a', 65) + "@b.co"));
        Assert.NotNull(EmailArgument.Check("email", "a@" + string.Concat(Enumerable.Repeat("bcdefgh.", 40)) + "co"));
    }

    [Theory]
    [InlineData("+16175551212", true)]
    [InlineData("+4912345678", true)]
    [InlineData("+3581234", true)]
    [InlineData("+358123", false)]
    [InlineData("+1234567890123456", false)]
    [InlineData("16175551212", false)]
    [InlineData("+06175551212", false)]
    [InlineData("+1617555x212", false)]
    [InlineData("+9991234567", false)]
    [InlineData("+2101234567", false)]
    public void Phones(string value, bool isValid) =>
        Assert.Equal(isValid, PhoneArgument.Check("phone", value) is null);

    [Theory]
    [InlineData("1234567", false)]
    [InlineData("12345678", true)]
    [InlineData("ääää", true)]
    [InlineData("äää", false)]
    public void Passwords_are_measured_in_bytes(string value, bool isValid) =>
        Assert.Equal(isValid, PasswordArgument.Check("password", value) is null);

    [Fact]
    public void Names_are_measured_in_characters()
    {
        Assert.Null(NameArgument.Check("name", string.Concat(Enumerable.Repeat("😀", 128))));
        Assert.NotNull(NameArgument.Check("name", string.Concat(Enumerable.Repeat("😀", 129))));
        Assert.NotNull(NameArgument.Check("name", ""));
        Assert.NotNull(NameArgument.Check("name", "half \ud83d"));
        Assert.Null(NameArgument.CheckOptional("name", null));
    }

    [Theory]
    [InlineData("https://localhost:3000/reset?x=1#y", true)]
    [InlineData("http://AUTH.example.org/x", true)]
    [InlineData("https://app.example.com/", true)]
    [InlineData("https://deep.sub.example.net/", true)]
    [InlineData("myapp://localhost/reset", true)]
    [InlineData("https://example.net/", false)]
    [InlineData("https://badexample.net/", false)]
    [InlineData("https://evil.com/", false)]
    [InlineData("https://evil.com\\@localhost/", false)]
    [InlineData("https://localhost@evil.com/", false)]
    [InlineData("https://evil.com@localhost/", false)]
    [InlineData("https://localhost.evil.com/", false)]
    [InlineData("https:localhost", false)]
    [InlineData("//localhost/x", false)]
    [InlineData("localhost/x", false)]
    [InlineData("javascript://localhost/%0aalert(1)", false)]
    [InlineData(" https://localhost/", false)]
    [InlineData("https://local\thost/", false)]
    [InlineData("", false)]
    public void Urls_lead_to_platforms_only(string value, bool isValid)
    {
        var project = new Project { Platforms = { "app.example.com", "*.example.net" } };
        var call = new CallContext
        {
            Project = project,
            Caller = Caller.Anybody,
            IpAddress = "::1",
            PublicOrigin = "https://auth.example.org",
        };

        Assert.Equal(isValid, UrlArgument.Check("url", value, call) is null);
    }

    [Theory]
    [InlineData("RECOVERYCODE", Factors.RecoveryCode)]
    [InlineData("Totp", Factors.Totp)]
    [InlineData("password", "")]
    public void Factors_have_one_spelling(string value, string factor)
    {
        Assert.Equal(factor.Length == 0, FactorArgument.Check("factor", value, out var read) is not null);
        Assert.Equal(factor, read);
    }
}
