using System.Reflection;
using AccountGraph.Testing;

namespace AccountGraph.Accounts.Tests;

public sealed class AccountErrorsTests
{
    [Fact]
    public void The_catalogue_is_closed() =>
        Snapshot.Match(string.Join(
            '\n', AccountErrors.All.Select(error => $"{error.Code} {error.Type}: {error.Message}")));

    [Fact]
    public void The_list_holds_every_error_that_can_be_answered()
    {
        var members = typeof(AccountErrors)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(AccountError))
            .Select(property => (AccountError)property.GetValue(null)!);

        Assert.All(members, member => Assert.Contains(member, AccountErrors.All));
    }

    [Fact]
    public void A_type_has_one_code_except_the_general_failure()
    {
        var codes = AccountErrors.All.GroupBy(error => error.Type)
            .Where(group => group.Select(error => error.Code).Distinct().Count() > 1)
            .Select(group => group.Key);

        Assert.Equal(["general_unknown"], codes);
    }
}
