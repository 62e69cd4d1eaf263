using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Tests.Security;

public sealed class SecurityPhraseTests
{
    [Fact]
    public void A_phrase_is_a_capitalised_adjective_and_a_noun()
    {
        for (var i = 0; i < 200; i++) Assert.Matches("^[A-Z][a-z]+ [a-z]+$", SecurityPhrase.Next());
    }

    [Fact]
    public void Both_lists_have_a_hundred_different_words()
    {
        Assert.True(SecurityPhrase.Adjectives.Distinct().Count() >= 100);
        Assert.True(SecurityPhrase.Nouns.Distinct().Count() >= 100);
        Assert.Equal(SecurityPhrase.Adjectives.Distinct(), SecurityPhrase.Adjectives);
        Assert.Equal(SecurityPhrase.Nouns.Distinct(), SecurityPhrase.Nouns);
    }
}
