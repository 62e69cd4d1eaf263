using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.Tokens;

/// <summary>The code for a phone. A project's mock numbers have a fixed one and receive no message.</summary>
internal readonly record struct PhoneCode(Secret Secret, bool IsMock)
{
    public static PhoneCode For(string phone, Project project)
    {
        var mock = project.Auth.MockNumbers.FirstOrDefault(number => number.Phone == phone);
        return mock is null
            ? new PhoneCode(Secrets.Code(), IsMock: false)
            : new PhoneCode(new Secret(mock.Otp), IsMock: true);
    }
}
