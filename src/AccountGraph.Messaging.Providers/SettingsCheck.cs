using Microsoft.Extensions.Options;

namespace AccountGraph.Messaging.Providers;

/// <summary>Collects what is wrong with the settings of one section, each by its full name and with what
/// would be right. Values are not repeated: some are secrets.</summary>
internal sealed class SettingsCheck(string section)
{
    private readonly List<string> _problems = [];

    public void Must(bool holds, string key, string right)
    {
        if (!holds) _problems.Add($"{section}:{key} {right}");
    }

    public void Between(string key, int value, int least, int most) =>
        Must(value >= least && value <= most, key, $"must be from {least} to {most}.");

    public void Given(string key, string? value) => Must(!string.IsNullOrWhiteSpace(value), key, "must be set.");

    public void HttpAddress(string key, Uri? value) =>
        Must(
            value is { IsAbsoluteUri: true } && (value.Scheme == Uri.UriSchemeHttps || value.IsLoopback),
            key,
            "must be an https address.");

    public ValidateOptionsResult Result() =>
        _problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(_problems);
}
