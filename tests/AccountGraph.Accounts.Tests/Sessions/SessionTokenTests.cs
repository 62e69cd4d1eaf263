using AccountGraph.Accounts.Sessions;

namespace AccountGraph.Accounts.Tests.Sessions;

public sealed class SessionTokenTests
{
    [Fact]
    public void What_is_encoded_is_decoded()
    {
        var token = new SessionToken("anna.1-x_", "0123abcd");

        Assert.Equal("eyJpZCI6ImFubmEuMS14XyIsInNlY3JldCI6IjAxMjNhYmNkIn0=", token.Encode());
        Assert.Equal(token, SessionToken.Decode(token.Encode()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("bm90IGpzb24=")]
    [InlineData("W10=")]
    [InlineData("e30=")]
    [InlineData("eyJpZCI6MSwic2VjcmV0IjoiYSJ9")]
    [InlineData("eyJpZCI6ImEiLCJzZWNyZXQiOiIifQ==")]
    [InlineData("eyJpZCI6ImEiLCJzZWNyZXQiOiJi")]
    public void Anything_else_is_no_token(string text) => Assert.Null(SessionToken.Decode(text));

    [Fact]
    public void A_token_does_not_print_its_secret() =>
        Assert.DoesNotContain("hidden", new SessionToken("anna", "hidden").ToString(), StringComparison.Ordinal);
}
