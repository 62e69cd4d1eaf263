using AccountGraph.Accounts.Devices;

namespace AccountGraph.Accounts.Tests.Devices;

public sealed class CountriesTests
{
    [Theory]
    [InlineData("de", "en", "Germany")]
    [InlineData("DE", "de", "Deutschland")]
    [InlineData("de", "fr", "Allemagne")]
    [InlineData("de", "es", "Alemania")]
    [InlineData("de", "pt-br", "Alemanha")]
    [InlineData("de", "ja", "ドイツ")]
    [InlineData("de", "zh-cn", "德国")]
    [InlineData("de", "tlh", "Germany")]
    [InlineData("us", "", "United States")]
    public void A_country_is_named_in_the_language_of_the_locale(string code, string locale, string name) =>
        Assert.Equal(name, Countries.NameOf(code, locale));

    [Theory]
    [InlineData("en", "Unknown")]
    [InlineData("de", "Unbekannt")]
    [InlineData("ja", "不明")]
    [InlineData("xx", "Unknown")]
    public void An_unknown_country_has_the_locales_word_for_it(string locale, string word)
    {
        Assert.Equal(word, Countries.NameOf(CountryDatabase.Unknown, locale));
        Assert.Equal(word, Countries.NameOf("zz", locale));
    }

    [Fact]
    public void All_249_countries_have_a_name_in_every_language()
    {
        Assert.Equal(249, Countries.Codes.Count());
        Assert.Equal(["de", "en", "es", "fr", "ja", "pt", "zh"], Countries.Languages.Order());
        foreach (var language in Countries.Languages)
        {
            Assert.All(Countries.Codes, code => Assert.NotEqual(
                Countries.NameOf(CountryDatabase.Unknown, language), Countries.NameOf(code, language)));
        }
    }
}
