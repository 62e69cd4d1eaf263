using System.ComponentModel.DataAnnotations;

namespace AccountGraph.Accounts.Projects;

/// <summary>Settings <c>Projects:&lt;id&gt;:OAuth2:&lt;provider&gt;:*</c>. Addresses that are not set are those of
/// the catalogue.</summary>
public sealed class OAuth2Settings : IValidatableObject
{
    public bool Enabled { get; set; } = true;

    public string AppId { get; set; } = "";

    /// <summary>Text, or a JSON object for providers that need more.</summary>
    public string Secret { get; set; } = "";

    public string AuthorizationEndpoint { get; set; } = "";

    public string TokenEndpoint { get; set; } = "";

    public string RefreshEndpoint { get; set; } = "";

    public string UserInfoEndpoint { get; set; } = "";

    public string WellKnownEndpoint { get; set; } = "";

    /// <summary>Where the keys are that sign id tokens.</summary>
    public string KeysEndpoint { get; set; } = "";

    /// <summary>The issuer that id tokens must name.</summary>
    public string Issuer { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        (string Name, string Value)[] addresses =
        [
            (nameof(AuthorizationEndpoint), AuthorizationEndpoint),
            (nameof(TokenEndpoint), TokenEndpoint),
            (nameof(RefreshEndpoint), RefreshEndpoint),
            (nameof(UserInfoEndpoint), UserInfoEndpoint),
            (nameof(WellKnownEndpoint), WellKnownEndpoint),
            (nameof(KeysEndpoint), KeysEndpoint),
        ];
        foreach (var (name, value) in addresses)
        {
            if (value.Length > 0 && !IsSafe(value))
            {
                yield return new ValidationResult("must be an https address, or http on this machine", [name]);
            }
        }
    }

    /// <summary>Secrets go there: in the open only as far as this machine.</summary>
    internal static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
