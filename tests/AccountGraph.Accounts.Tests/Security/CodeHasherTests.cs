using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Tests.Security;

public sealed class CodeHasherTests
{
    private const string OldKey = "the key before, also long enough: 1234";
    private const string NewKey = "the key of today, long enough as well!";

    private static readonly Secret Code = new("012345");

    private readonly CodeHasher _hasher = new(KeyRing.From(NewKey, OldKey));

    [Fact]
    public void A_code_matches_its_hash()
    {
        var hash = _hasher.Hash(Code, "challenge", "user-1");

        Assert.True(_hasher.Matches(Code, "challenge", "user-1", hash));
        Assert.False(_hasher.Matches(new Secret("012346"), "challenge", "user-1", hash));
    }

    [Theory]
    [InlineData("email", "user-1")]
    [InlineData("challenge", "user-2")]
    [InlineData("challengeu", "ser-1")]
    [InlineData("challenge", "user-10")]
    public void A_code_is_useless_for_another_purpose_or_user(string purpose, string user) =>
        Assert.False(_hasher.Matches(Code, purpose, user, _hasher.Hash(Code, "challenge", "user-1")));

    [Fact]
    public void A_hash_of_an_older_key_is_matched_and_found()
    {
        var before = new CodeHasher(KeyRing.From(OldKey)).Hash(Code, "recovery", "user-1");

        Assert.True(_hasher.Matches(Code, "recovery", "user-1", before));
        Assert.Equal(
            [_hasher.Hash(Code, "recovery", "user-1"), before],
            _hasher.HashesUnderAllKeys(Code, "recovery", "user-1"));
        Assert.False(new CodeHasher(KeyRing.From(NewKey)).Matches(Code, "recovery", "user-1", before));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("no hash")]
    [InlineData("00000000.ba7816bf")]
    public void What_is_no_hash_matches_nothing(string hash) =>
        Assert.False(_hasher.Matches(Code, "challenge", "user-1", hash));
}
