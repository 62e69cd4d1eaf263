using System.ComponentModel.DataAnnotations;
using AccountGraph.Gateway.RateLimits;

namespace AccountGraph.Gateway.Tests.RateLimits;

public sealed class RateLimitOptionsTests
{
    [Theory]
    [InlineData("redis:6379")]
    [InlineData("one:6379,two:6379,password=secret,ssl=true,abortConnect=true")]
    public void Connection_strings_of_the_library_are_fine(string text)
    {
        Assert.Empty(ProblemsOf(new RedisOptions { ConnectionString = text }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("password=secret")]
    [InlineData("redis://:secret@host:6379")]
    [InlineData("host:6379,user=someone,password=secret")]
    public void Others_are_refused_without_repeating_them(string text)
    {
        var problem = Assert.Single(ProblemsOf(new RedisOptions { ConnectionString = text }));

        Assert.Equal([nameof(RedisOptions.ConnectionString)], problem.MemberNames);
        Assert.DoesNotContain("secret", problem.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_authority_file_is_named()
    {
        var problem = Assert.Single(ProblemsOf(new RedisOptions { CertificateAuthorityPath = "/nowhere/ca.pem" }));

        Assert.Contains("/nowhere/ca.pem", problem.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Redis_needs_a_connection_string()
    {
        var problem = Assert.Single(ProblemsOf(new RateLimitOptions { Provider = RateLimitProvider.Redis }));

        Assert.Equal(["Redis:ConnectionString"], problem.MemberNames);
        Assert.Empty(ProblemsOf(new RateLimitOptions()));
    }

    private static List<ValidationResult> ProblemsOf(object options)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);
        return problems;
    }
}
