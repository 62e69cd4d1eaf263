using Microsoft.Extensions.Options;

namespace AccountGraph.Messaging.Providers.Smtp;

internal sealed class SmtpOptionsValidator : IValidateOptions<SmtpOptions>
{
    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        var check = new SettingsCheck(SmtpOptions.Section);
        check.Given(nameof(options.Host), options.Host);
        check.Between(nameof(options.Port), options.Port, 1, 65535);
        check.Between(nameof(options.TimeoutSeconds), options.TimeoutSeconds, 1, 300);
        check.Must(
            options.User.Length == 0 || options.Security != SmtpSecurity.None,
            nameof(options.Security),
            "must be StartTls or Tls when a user is set: a password never travels in the open.");
        check.Must(
            options.User.Length == 0 || options.Password.Length > 0,
            nameof(options.Password),
            "must be set when a user is set.");
        check.Must(
            !options.User.Contains('\0') && !options.Password.Contains('\0'),
            nameof(options.User),
            "and Password must not hold a zero character.");
        return check.Result();
    }
}
