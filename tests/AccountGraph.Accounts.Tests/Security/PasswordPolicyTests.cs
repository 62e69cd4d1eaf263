using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Tests.Security;

public sealed class PasswordPolicyTests
{
    private static readonly PasswordRules All = new(RefusesCommon: true, RefusesPersonal: true);
    private static readonly PersonalData Nobody = new(null, null, null, null);
    private static readonly PersonalData Ada =
        new("65f0c1d2e3a4b5c6d7e8", "ada.l@example.org", "Ada Lovelace", "+4930123456");

    private readonly PasswordPolicy _policy = new(new CommonPasswords());

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void A_password_has_8_to_256_bytes(int length, bool isAllowed)
    {
        var password = string.Concat(Enumerable.Range(0, length).Select(i => (char)('!' + (i * 7 % 90))));

        Assert.Equal(isAllowed ? null : PasswordRefusal.Length, _policy.Check(password, All, Nobody));
    }

    [Theory]
    [InlineData("ääää", true)]
    [InlineData("äää", false)]
    [InlineData("🔑🔑", true)]
    public void Bytes_are_counted_not_characters(string password, bool isAllowed) =>
        Assert.Equal(isAllowed, PasswordPolicy.HasAllowedLength(password));

    [Theory]
    [InlineData("password")]
    [InlineData("12345678")]
    [InlineData("qwertyuiop")]
    [InlineData("iloveyou")]
    public void A_common_password_is_refused(string password)
    {
        Assert.Equal(PasswordRefusal.Common, _policy.Check(password, All, Nobody));
        Assert.Null(_policy.Check(password, All with { RefusesCommon = false }, Nobody));
    }

    [Theory]
    [InlineData("Password")]
    [InlineData("password ")]
    [InlineData("correct horse 7")]
    public void Only_exact_matches_are_common(string password) => Assert.Null(_policy.Check(password, All, Nobody));

    [Fact]
    public void The_list_holds_ten_thousand_passwords_that_could_be_chosen()
    {
        Assert.Equal(10_000, new CommonPasswords().Count);
    }

    [Theory]
    [InlineData("my65F0C1D2E3A4B5C6D7E8!")]
    [InlineData("ADA.L@example.org")]
    [InlineData("xxada.lxx")]
    [InlineData("ada lovelace 1815")]
    [InlineData("tel+4930123456")]
    [InlineData("tel4930123456")]
    public void A_password_with_personal_data_is_refused(string password)
    {
        Assert.Equal(PasswordRefusal.Personal, _policy.Check(password, All, Ada));
        Assert.Null(_policy.Check(password, All with { RefusesPersonal = false }, Ada));
    }

    [Theory]
    [InlineData("Lovelace 1815")]
    [InlineData("example.org")]
    public void Parts_of_the_name_or_the_domain_are_no_personal_data(string password) =>
        Assert.Null(_policy.Check(password, All, Ada));

    [Fact]
    public void One_or_two_letters_are_no_personal_data()
    {
        Assert.Null(_policy.Check("correct horse 7", All, new PersonalData("c", "co@example.org", "r", null)));
        Assert.Equal(
            PasswordRefusal.Personal, _policy.Check("correct horse 7", All, new PersonalData(null, null, "cor", null)));
    }

    [Fact]
    public void Empty_data_is_contained_in_nothing()
    {
        Assert.Null(_policy.Check("correct horse 7", All, new PersonalData("", "", "", "")));
        Assert.Null(_policy.Check("correct horse 7", All, new PersonalData(null, "@example.org", null, "+")));
    }
}
