using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AccountGraph.Accounts.Security;
using AccountGraph.Testing;

namespace AccountGraph.Accounts.Tests.Security;

public sealed class JsonWebTokensTests
{
    private const string Key = "the secret of the tests, 32 bytes and more";

    private static readonly KeyRing Keys = KeyRing.From(Key);
    private static readonly string Kid = Keys.Current.Id;

    private readonly ManualClock _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    [Fact]
    public void An_issued_token_has_the_claims_of_the_contract_and_verifies()
    {
        var token = Tokens().Issue("user-1", "session-1", TimeSpan.FromSeconds(900)).Reveal();

        var parts = token.Split('.');
        Assert.Equal($$"""{"typ":"JWT","alg":"HS256","kid":"{{Kid}}"}""", Decode(parts[0]));
        Assert.Equal("""{"userId":"user-1","sessionId":"session-1","exp":1700000900}""", Decode(parts[1]));
        Assert.Equal(
            new JwtClaims("user-1", "session-1", DateTimeOffset.FromUnixTimeSeconds(1_700_000_900)),
            Tokens().Verify(token));
    }

    [Fact]
    public void A_token_ends_on_the_second()
    {
        var tokens = Tokens();
        var token = tokens.Issue("user-1", "session-1", TimeSpan.FromSeconds(900)).Reveal();

        _clock.Advance(TimeSpan.FromSeconds(899.9));
        Assert.NotNull(tokens.Verify(token));
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Null(tokens.Verify(token));
    }

    [Fact]
    public void Two_keys_live_while_one_replaces_the_other()
    {
        var before = Tokens().Issue("user-1", "session-1", TimeSpan.FromSeconds(900)).Reveal();

        var rotated = Tokens(KeyRing.From("the next secret of the tests, 32 bytes +", Key));

        Assert.NotNull(rotated.Verify(before));
        Assert.Null(Tokens().Verify(rotated.Issue("user-1", "session-1", TimeSpan.FromSeconds(900)).Reveal()));
    }

    [Theory]
    [InlineData("""{"userId":"user-1","exp":1700003600}""")]
    [InlineData("""{"userId":"user-1","sessionId":"s","exp":1700090000}""")]
    [InlineData("""{"userId":"user-1","sessionId":"s","exp":1700000900,"iat":1700000000,"nbf":1700000000,"x":{}}""")]
    public void What_server_tools_issue_is_accepted(string body) =>
        Assert.Equal("user-1", Tokens().Verify(Signed(body: body))?.UserId);

    [Theory]
    [InlineData("""{"userId":"user-1","sessionId":"s","exp":1699999999}""")]
    [InlineData("""{"userId":"user-1","sessionId":"s","exp":1700000000}""")]
    [InlineData("""{"userId":"user-1","sessionId":"s"}""")]
    [InlineData("""{"userId":"user-1","sessionId":"s","exp":"1700000900"}""")]
    [InlineData("""{"userId":"user-1","sessionId":"s","exp":9e18}""")]
    [InlineData("""{"userId":"user-1","sessionId":"s","exp":9000000000000000000}""")]
    [InlineData("""{"userId":"user-1","sessionId":"s","exp":-1}""")]
    [InlineData("""{"userId":"user-1","sessionId":"s","exp":1700000900.5}""")]
    [InlineData("""{"userId":"user-1","sessionId":"s","exp":null}""")]
    [InlineData("""{"userId":"user-1","exp":1700003601}""")]
    [InlineData("""{"userId":"user-1","sessionId":null,"exp":1700000900}""")]
    [InlineData("""{"userId":"user-1","sessionId":7,"exp":1700000900}""")]
    [InlineData("""{"userId":"user-1","sessionId":"s","exp":1700000900,"iat":1700000001}""")]
    [InlineData("""{"userId":"user-1","sessionId":"s","exp":1700000900,"nbf":1700000001}""")]
    [InlineData("""{"userId":"user-1","sessionId":"s","exp":1700000900,"iat":"now"}""")]
    [InlineData("""{"userId":"user-1","userId":"user-2","sessionId":"s","exp":1700000900}""")]
    [InlineData("""{"userId":"","sessionId":"s","exp":1700000900}""")]
    [InlineData("""{"userId":1,"sessionId":"s","exp":1700000900}""")]
    [InlineData("""{"sessionId":"s","exp":1700000900}""")]
    [InlineData("""{"userId":"user-1","sessionId":"s","exp":1700000900,"x":[[[[[]]]]]}""")]
    [InlineData("""[{"userId":"user-1","sessionId":"s","exp":1700000900}]""")]
    [InlineData("""{"userId":"user-1","sessionId":"s","exp":1700000900""")]
    [InlineData("null")]
    [InlineData("")]
    public void Wrong_claims_are_refused_though_the_signature_is_right(string body) =>
        Assert.Null(Tokens().Verify(Signed(body: body)));

    [Theory]
    [InlineData("""{"alg":"none","kid":"KID"}""")]
    [InlineData("""{"alg":"HS512","kid":"KID"}""")]
    [InlineData("""{"alg":"hs256","kid":"KID"}""")]
    [InlineData("""{"kid":"KID"}""")]
    [InlineData("""{"alg":"HS256"}""")]
    [InlineData("""{"alg":"HS256","kid":"other"}""")]
    [InlineData("""{"alg":"HS256","kid":7}""")]
    [InlineData("""{"alg":"HS256","kid":"KID","crit":[]}""")]
    [InlineData("""{"alg":"HS256","kid":"KID","typ":"at+jwt"}""")]
    [InlineData("""{"alg":"HS256","alg":"HS256","kid":"KID"}""")]
    [InlineData("""["HS256"]""")]
    [InlineData("{")]
    public void Wrong_headers_are_refused_though_the_signature_is_right(string header) =>
        Assert.Null(Tokens().Verify(Signed(header: header.Replace("KID", Kid, StringComparison.Ordinal))));

    [Fact]
    public void The_right_header_is_accepted_which_the_others_differ_from() =>
        Assert.NotNull(Tokens().Verify(Signed(header: $$"""{"alg":"HS256","kid":"{{Kid}}"}""")));

    [Fact]
    public void Nothing_but_the_one_spelling_is_accepted()
    {
        var tokens = Tokens();
        var token = tokens.Issue("user-1", "session-1", TimeSpan.FromSeconds(900)).Reveal();
        var parts = token.Split('.');
        var looseBits = token[..^1] + (char)(token[^1] + 1);
        string[] spellings =
        [
            "", ".", "..", "...", parts[0], $"{parts[0]}.{parts[1]}", $"{parts[0]}.{parts[1]}.",
            token + "=", token + ".", token + " ", " " + token, token + "\n", $"{token}.{parts[2]}",
            $"{parts[0]}=.{parts[1]}.{parts[2]}", looseBits, token[..^1], token + "A",
            $"{parts[1]}.{parts[0]}.{parts[2]}", new string('a', 5000), new string('.', 4000),
        ];

        Assert.NotNull(tokens.Verify(token));
        Assert.All(spellings, spelling => Assert.Null(tokens.Verify(spelling)));
    }

    [Fact]
    public void A_changed_body_or_another_key_is_refused()
    {
        var token = Tokens().Issue("user-1", "session-1", TimeSpan.FromSeconds(900)).Reveal();
        var other = Tokens().Issue("user-2", "session-2", TimeSpan.FromSeconds(900)).Reveal();
        var (mine, foreign) = (token.Split('.'), other.Split('.'));

        Assert.Null(Tokens().Verify($"{mine[0]}.{foreign[1]}.{mine[2]}"));
        Assert.Null(Tokens(KeyRing.From(Key + "!")).Verify(token));
        Assert.Null(Tokens().Verify(Signed(key: Key + "!")));
    }

    private JsonWebTokens Tokens(KeyRing? keys = null) => new(keys ?? Keys, _clock);

    private static string Signed(string? header = null, string? body = null, string key = Key)
    {
        header ??= $$"""{"typ":"JWT","alg":"HS256","kid":"{{Kid}}"}""";
        body ??= """{"userId":"user-1","sessionId":"s","exp":1700000900}""";
        var text = $"{Encode(Encoding.UTF8.GetBytes(header))}.{Encode(Encoding.UTF8.GetBytes(body))}";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.ASCII.GetBytes(text));
        return $"{text}.{Encode(signature)}";
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static string Decode(string text) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
}
