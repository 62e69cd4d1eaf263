using Microsoft.Extensions.Options;

namespace AccountGraph.Messaging.Providers;

internal sealed class EmailOptionsValidator : IValidateOptions<EmailOptions>
{
    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        var check = new SettingsCheck(EmailOptions.Section);
        check.Must(
            EmailAddress.Parse(options.From) is not null,
            nameof(options.From),
            "must be an address, or 'Name <address>'.");
        return check.Result();
    }
}
