using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Security;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>A provider as one project uses it: its row, with the addresses and credentials of the settings.</summary>
public sealed partial class ProviderConnection
{
    private readonly IReadOnlyDictionary<string, string> _members;

    private ProviderConnection(
        OAuth2Provider row, OAuth2Settings settings, IReadOnlyDictionary<string, string> members)
    {
        Row = row;
        Settings = settings;
        _members = members;
        Secret = new Secret(members.GetValueOrDefault("clientSecret", settings.Secret));
    }

    public OAuth2Provider Row { get; }

    public OAuth2Settings Settings { get; }

    public string AppId => Settings.AppId;

    public Secret Secret { get; }

    /// <summary>Empty where only settings or discovery could say.</summary>
    public string Authorization => Address(Settings.AuthorizationEndpoint, Row.Authorization);

    public string Token => Address(Settings.TokenEndpoint, Row.Token);

    public string Refresh => Address(
        Settings.RefreshEndpoint.Length > 0 ? Settings.RefreshEndpoint : Settings.TokenEndpoint,
        Row.Refresh ?? Row.Token);

    public string UserInfo => Address(Settings.UserInfoEndpoint, Row.UserInfo);

    public string WellKnown => Settings.WellKnownEndpoint.Length > 0
        ? Settings.WellKnownEndpoint
        : Member("wellKnownEndpoint");

    public string Keys => Address(Settings.KeysEndpoint, Row.Keys ?? "");

    public string Issuer => Settings.Issuer.Length > 0 ? Settings.Issuer : Row.Issuer ?? "";

    public string Member(string name) => _members.GetValueOrDefault(name, "");

    /// <summary>Null when the project has switched the provider off or has not set it up.</summary>
    public static ProviderConnection? Find(Project project, OAuth2Provider row) =>
        project.OAuth2.TryGetValue(row.Key, out var settings)
        && settings is { Enabled: true, AppId.Length: > 0, Secret.Length: > 0 }
        && TryReadMembers(row, settings, out var members)
            ? new ProviderConnection(row, settings, members)
            : null;

    /// <summary>What is wrong with the settings, without their values.</summary>
    public static string? ProblemOf(OAuth2Provider row, OAuth2Settings settings)
    {
        if (!settings.Enabled || settings.Secret.Length == 0 || row.SecretMembers.Count == 0) return null;
        return TryReadMembers(row, settings, out _)
            ? null
            : "needs a Secret that is a JSON object of texts with "
                + string.Join(", ", from member in row.SecretMembers where member.Value is null select member.Key)
                + ". Addresses in it are https, domains are host names";
    }

    /// <summary>Puts values into the placeholders of a text.</summary>
    public string Fill(string text, Func<string, string>? values = null) => Placeholder().Replace(text, match =>
        match.Groups[1].Value switch
        {
            "appId" => AppId,
            { } name when _members.TryGetValue(name, out var member) => member,
            { } name => values?.Invoke(name) ?? match.Value,
        });

    private string Address(string configured, string ofRow) => Fill(configured.Length > 0 ? configured : ofRow);

    private static bool TryReadMembers(
        OAuth2Provider row, OAuth2Settings settings, [NotNullWhen(true)] out Dictionary<string, string>? members)
    {
        members = new Dictionary<string, string>(StringComparer.Ordinal);
        if (row.SecretMembers.Count == 0) return true;
        if (!TryParse(settings.Secret, out var sent))
        {
            // Where nothing else is needed, the bare client secret will do.
            sent = new Dictionary<string, string> { ["clientSecret"] = settings.Secret };
        }

        foreach (var (name, fallback) in row.SecretMembers)
        {
            var value = sent.GetValueOrDefault(name, "").TrimEnd('/');
            if (value.Length == 0) value = fallback ?? "";
            if ((value.Length == 0 && fallback is null) || !IsUsable(name, value)) return false;
            members[name] = value;
        }

        return true;
    }

    private static bool TryParse(string secret, out Dictionary<string, string> members)
    {
        try
        {
            members = JsonSerializer.Deserialize<Dictionary<string, string>>(secret) ?? [];
            return true;
        }
        catch (JsonException)
        {
            members = [];
            return false;
        }
    }

    // These become parts of addresses that the client secret is sent to.
    private static bool IsUsable(string name, string value)
    {
        if (name.EndsWith("Domain", StringComparison.Ordinal))
        {
            return Uri.CheckHostName(value) != UriHostNameType.Unknown;
        }

        if (name.EndsWith("ndpoint", StringComparison.Ordinal))
        {
            return value.Length == 0 || OAuth2Settings.IsSafe(value);
        }

        if (name == "p8") return SignedClientSecret.IsKey(value);
        return name is not ("tenantID" or "authorizationServerId") || PathPart().IsMatch(value);
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^[\w.-]+$")]
    private static partial Regex PathPart();
}
