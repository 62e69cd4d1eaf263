using System.Text.Json;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>Answers that paths cannot describe: mostly lists of addresses, of which one counts.</summary>
internal static class ProviderReaders
{
    public static ProviderUser GitHub(ProviderAnswers answers)
    {
        var verified = answers.Second.Items().Where(entry => entry.IsTruthy("verified")).ToList();
        var email = verified.Find(entry => entry.IsTruthy("primary")) is { ValueKind: JsonValueKind.Object } primary
            ? primary
            : verified.FirstOrDefault();
        return Make(answers.User, "id", email.Text("email"), isVerified: true, "name");
    }

    public static ProviderUser Bitbucket(ProviderAnswers answers)
    {
        var email = answers.Second.Items("values").FirstOrDefault(entry => entry.IsTruthy("is_confirmed"));
        return Make(answers.User, "uuid", email.Text("email"), isVerified: true, "display_name");
    }

    public static ProviderUser Bitly(ProviderAnswers answers)
    {
        var email = answers.User.Items("emails").FirstOrDefault(entry => entry.IsTruthy("is_verified"));
        return Make(answers.User, "login", email.Text("email"), isVerified: true, "name");
    }

    public static ProviderUser PayPal(ProviderAnswers answers)
    {
        var email = answers.User.Items("emails").FirstOrDefault(entry => entry.IsTruthy("primary"));
        return Make(
            answers.User, "payer_id", email.Text("value"), answers.User.IsTruthy("verified_account"), "name");
    }

    public static ProviderUser Podio(ProviderAnswers answers)
    {
        var mail = answers.User.Text("mail");
        var entry = answers.User.Items("mails").FirstOrDefault(one => one.Text("mail") == mail);
        return Make(answers.User, "user_id", mail, entry.IsTruthy("verified"), "") with
        {
            Name = answers.Second.Text("name"),
        };
    }

    public static ProviderUser WordPress(ProviderAnswers answers) => Make(
        answers.User,
        "ID",
        answers.User.IsTruthy("verified") || answers.User.IsTruthy("email_verified") ? answers.User.Text("email") : "",
        answers.User.IsTruthy("email_verified"),
        "username");

    /// <summary>A guest of a directory has a made-up name with his home address in it, which nobody vouches for.
    /// </summary>
    public static ProviderUser Microsoft(ProviderAnswers answers)
    {
        var email = answers.User.Text("userPrincipalName");
        return Make(
            answers.User,
            "id",
            email,
            !email.Contains("#EXT#", StringComparison.OrdinalIgnoreCase),
            "displayName");
    }

    private static ProviderUser Make(JsonElement user, string id, string email, bool isVerified, string name) =>
        new(user.Text(id), email, email.Length > 0 && isVerified, user.Text(name));
}
