using System.Text.Json;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>Where an answer holds what, as paths of members and indexes: <c>data.0.id</c>. A name may be several
/// paths joined by <c>+</c>, with alternatives after <c>|</c>.</summary>
/// <param name="Verified">A path, <see cref="Vouched"/> or <see cref="Never"/>.</param>
public sealed record ProviderFields(string Id, string Email, string Verified, string Name)
{
    /// <summary>The provider shows addresses only when it has verified them.</summary>
    public const string Vouched = "!any";

    /// <summary>The provider does not say, or shows unverified ones too.</summary>
    public const string Never = "!never";

    public ProviderUser Read(ProviderAnswers answers)
    {
        var user = answers.User;
        var email = user.Text(Email);
        var isVerified = Verified switch
        {
            Vouched => true,
            Never => false,
            _ => user.IsTruthy(Verified),
        };
        return new ProviderUser(user.Text(Id), email, email.Length > 0 && isVerified, NameIn(user));
    }

    private string NameIn(JsonElement user) =>
        Name.Split('|').Select(paths => Joined(user, paths)).FirstOrDefault(name => name.Length > 0) ?? "";

    private static string Joined(JsonElement user, string paths) =>
        string.Join(' ', paths.Split('+').Select(path => user.Text(path)).Where(part => part.Length > 0));
}
