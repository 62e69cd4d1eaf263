using System.Text;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Tests.Security;

public sealed class Blake2bTests
{
    // RFC 7693, appendix A, and the digest of nothing.
    [Theory]
    [InlineData(
        "abc",
        "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1" +
        "925ab92386edd4009923")]
    [InlineData(
        "",
        "786a02f742015903c6c6fd852552d272912f4740e15847618a86e217f71f5419d25e1031afee585313896444934eb04b903a685b1448" +
        "b755d56f701afe9be2ce")]
    public void The_digest_is_the_published_one(string text, string digest)
    {
        var found = new byte[64];

        Blake2b.Hash(Encoding.UTF8.GetBytes(text), [], found);

        Assert.Equal(digest, Convert.ToHexStringLower(found));
    }

    [Fact]
    public void Pieces_of_any_size_give_the_digest_of_the_whole()
    {
        var data = Enumerable.Range(0, 300).Select(i => (byte)i).ToArray();
        var whole = new byte[64];
        Blake2b.Hash(data, [], whole);

        foreach (var cut in new[] { 1, 127, 128, 129, 255, 256, 257, 299 })
        {
            var pieces = new byte[64];
            Blake2b.Hash(data.AsSpan(..cut), data.AsSpan(cut..), pieces);
            Assert.Equal(whole, pieces);
        }
    }
}
