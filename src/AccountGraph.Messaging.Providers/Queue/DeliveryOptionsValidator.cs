using Microsoft.Extensions.Options;

namespace AccountGraph.Messaging.Providers.Queue;

internal sealed class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        var check = new SettingsCheck(DeliveryOptions.Section);
        check.Between(nameof(options.Concurrency), options.Concurrency, 1, 256);
        check.Between(nameof(options.MaxAttempts), options.MaxAttempts, 1, 1000);
        check.Between(nameof(options.PollSeconds), options.PollSeconds, 1, 60);
        check.Between(nameof(options.SendTimeoutSeconds), options.SendTimeoutSeconds, 1, 600);
        check.Between(nameof(options.StopSeconds), options.StopSeconds, 0, 60);
        check.Between(nameof(options.DeadLetterDays), options.DeadLetterDays, 1, 365);
        // A lease that ends while its holder still sends would deliver twice.
        check.Between(nameof(options.LeaseSeconds), options.LeaseSeconds, (options.SendTimeoutSeconds * 2) + 30, 3600);
        return check.Result();
    }
}
