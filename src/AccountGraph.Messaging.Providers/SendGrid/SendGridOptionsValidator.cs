using Microsoft.Extensions.Options;

namespace AccountGraph.Messaging.Providers.SendGrid;

internal sealed class SendGridOptionsValidator : IValidateOptions<SendGridOptions>
{
    public ValidateOptionsResult Validate(string? name, SendGridOptions options)
    {
        var check = new SettingsCheck(SendGridOptions.Section);
        check.Given(nameof(options.ApiKey), options.ApiKey);
        check.Must(
            options.ApiKey.All(letter => letter is > ' ' and < '\x7f'),
            nameof(options.ApiKey),
            "must be a key without spaces or line breaks.");
        check.HttpAddress(nameof(options.BaseAddress), options.BaseAddress);
        check.Between(nameof(options.TimeoutSeconds), options.TimeoutSeconds, 1, 60);
        return check.Result();
    }
}
