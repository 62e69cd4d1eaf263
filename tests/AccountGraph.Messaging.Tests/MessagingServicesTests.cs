using AccountGraph.Messaging.Templates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AccountGraph.Messaging.Tests;

public sealed class MessagingServicesTests
{
    [Fact]
    public async Task A_fresh_machine_keeps_everything_in_the_mailbox()
    {
        await using var services = ProviderHost.Build(new Dictionary<string, string?>());

        services.GetRequiredService<IStartupValidator>().Validate();

        var queue = services.GetRequiredService<IMessageQueue>();
        Assert.True(queue.Delivers(MessageChannel.Email));
        Assert.True(queue.Delivers(MessageChannel.Sms));
        Assert.NotNull(services.GetRequiredService<EmailTemplates>());
        Assert.NotNull(services.GetRequiredService<SmsTemplates>());
    }

    [Fact]
    public async Task Where_nobody_reads_a_mailbox_the_channels_are_closed()
    {
        await using var services = ProviderHost.Build(
            new Dictionary<string, string?> { ["Email:Provider"] = "Smtp", ["Email:Smtp:Host"] = "mail.example.com" },
            allowOutbox: false);

        var queue = services.GetRequiredService<IMessageQueue>();

        Assert.True(queue.Delivers(MessageChannel.Email));
        Assert.False(queue.Delivers(MessageChannel.Sms));
    }

    [Theory]
    [InlineData("Email:Provider", "Smtp", "Email:Smtp:Host must be set.")]
    [InlineData("Email:Provider", "SendGrid", "Email:SendGrid:ApiKey must be set.")]
    [InlineData("Sms:Provider", "Vonage", "Sms:Vonage:ApiSecret must be set.")]
    [InlineData("Email:From", "nobody", "Email:From must be an address")]
    [InlineData("Email:From", "Evil <a@b>\r\nBcc: c@d", "Email:From must be an address")]
    [InlineData("Messages:Concurrency", "0", "Messages:Concurrency must be from 1 to 256.")]
    [InlineData("Messages:LeaseSeconds", "60", "Messages:LeaseSeconds must be from 150 to 3600.")]
    public async Task A_bad_setting_is_named_in_full(string key, string value, string problem)
    {
        await using var services = ProviderHost.Build(new Dictionary<string, string?> { [key] = value });

        var error = Assert.ThrowsAny<OptionsValidationException>(
            () => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(error.Failures, failure => failure.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_provider_is_named_in_full()
    {
        var error = Assert.Throws<InvalidOperationException>(
            () => ProviderHost.Build(new Dictionary<string, string?> { ["Email:Provider"] = "Pigeon" }));

        Assert.Contains("Email:Provider", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_not_sent_in_the_open_and_a_key_not_over_plain_http()
    {
        await using var services = ProviderHost.Build(new Dictionary<string, string?>
        {
            ["Email:Provider"] = "Smtp",
            ["Email:Smtp:Host"] = "mail.example.com",
            ["Email:Smtp:Security"] = "None",
            ["Email:Smtp:User"] = "acme",
            ["Email:Smtp:Password"] = "secret",
            ["Sms:Provider"] = "Vonage",
            ["Sms:Vonage:ApiKey"] = "key",
            ["Sms:Vonage:ApiSecret"] = "secret",
            ["Sms:Vonage:From"] = "Acme",
            ["Sms:Vonage:BaseAddress"] = "http://rest.nexmo.com",
        });

        var error = Assert.Throws<AggregateException>(
            () => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("Email:Smtp:Security must be StartTls or Tls", error.Message, StringComparison.Ordinal);
        Assert.Contains("Sms:Vonage:BaseAddress must be an https address.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }
}
