using Microsoft.Extensions.Options;

namespace AccountGraph.Messaging.Providers.Vonage;

internal sealed class VonageOptionsValidator : IValidateOptions<VonageOptions>
{
    public ValidateOptionsResult Validate(string? name, VonageOptions options)
    {
        var check = new SettingsCheck(VonageOptions.Section);
        check.Given(nameof(options.ApiKey), options.ApiKey);
        check.Given(nameof(options.ApiSecret), options.ApiSecret);
        check.Given(nameof(options.From), options.From);
        check.HttpAddress(nameof(options.BaseAddress), options.BaseAddress);
        check.Between(nameof(options.TimeoutSeconds), options.TimeoutSeconds, 1, 60);
        return check.Result();
    }
}
