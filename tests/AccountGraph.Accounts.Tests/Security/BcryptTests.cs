using System.Text;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Tests.Security;

public sealed class BcryptTests
{
    // Made by libxcrypt 4.4.33; the first is also one of OpenBSD's.
    [Theory]
    [InlineData("U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW")]
    [InlineData("", "$2b$04$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxjiq")]
    [InlineData("pässwörd", "$2y$06$N9qo8uLOickgx2ZMRZoMyegEfyDB0UGGyhbPleskw1wG7GT2krZFu")]
    [InlineData("correct horse battery staple", "$2b$10$N9qo8uLOickgx2ZMRZoMyehtJ/whDdsI.d1w/JqKiOrDw8pCT0JLG")]
    public void A_hash_made_elsewhere_is_verified(string password, string stored)
    {
        Assert.True(Matches(password, stored));
        Assert.False(Matches(password + "x", stored));
    }

    [Fact]
    public void Only_the_first_72_bytes_count()
    {
        const string stored = "$2b$04$abcdefghijklmnopqrstuuBzzIgyKkz7xMWYSzkIjUSnxEQFQ0WNe";

        Assert.True(Matches(new string('a', 72), stored));
        Assert.True(Matches(new string('a', 90), stored));
        Assert.False(Matches(new string('a', 71), stored));
        Assert.True(Matches(new string('a', 71), "$2b$04$abcdefghijklmnopqrstuuMCu.k1vM/ywQwiONaEn3oEMlZoCVBd6"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("$2b$04$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxji")]
    [InlineData("$2b$04$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxji!")]
    [InlineData("$2b$31$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxjiq")]
    [InlineData("$2b$03$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxjiq")]
    [InlineData("$2b$+4$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxjiq")]
    [InlineData("$2x$04$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxjiq")]
    public void What_is_no_affordable_bcrypt_hash_is_not_computed(string stored) =>
        Assert.Null(Bcrypt.Matches("x"u8, stored));

    private static bool? Matches(string password, string stored) =>
        Bcrypt.Matches(Encoding.UTF8.GetBytes(password), stored);
}
