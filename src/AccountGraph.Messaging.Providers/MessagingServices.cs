using AccountGraph.Messaging.Providers.Outbox;
using AccountGraph.Messaging.Providers.Queue;
using AccountGraph.Messaging.Providers.SendGrid;
using AccountGraph.Messaging.Providers.Smtp;
using AccountGraph.Messaging.Providers.Vonage;
using AccountGraph.Messaging.Templates;
using AccountGraph.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AccountGraph.Messaging.Providers;

/// <summary>Registers templates, queue, worker and the configured providers.</summary>
public static class MessagingServices
{
    private const string SendGridClient = "SendGrid";
    private const string VonageClient = "Vonage";

    /// <param name="allowOutbox">False closes a channel that would keep its messages: in production nobody reads
    /// them, and their codes would lie in the open. Its operations then answer that the channel is disabled.</param>
    /// <remarks>The host supplies <see cref="IDocumentStore"/> and <see cref="IMessageProtector"/>, makes
    /// <see cref="MessagingCollections"/> and runs <see cref="MessageWorker"/>.</remarks>
    public static IServiceCollection AddMessaging(
        this IServiceCollection services, IConfiguration configuration, bool allowOutbox)
    {
        services.AddSettings<EmailOptions, EmailOptionsValidator>(configuration, EmailOptions.Section);
        services.AddSettings<DeliveryOptions, DeliveryOptionsValidator>(configuration, DeliveryOptions.Section);
        services.AddOptions<SmsOptions>().Bind(configuration.GetSection(SmsOptions.Section)).ValidateOnStart();
        services.AddEmail(configuration, allowOutbox);
        services.AddSms(configuration, allowOutbox);

        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => TemplateOverrides.Load(
            provider.GetRequiredService<IOptions<EmailOptions>>().Value.TemplatesFolder));
        services.AddSingleton<EmailTemplates>();
        services.AddSingleton<SmsTemplates>();

        services.AddSingleton<MessageStore>();
        services.AddSingleton(provider =>
            new MessageSenders(provider.GetService<IEmailSender>(), provider.GetService<ISmsSender>()));
        services.AddSingleton<DeliverySignal>();
        services.AddSingleton<MessageMetrics>();
        services.AddSingleton<DeliveryReport>();
        services.AddSingleton<IMessageQueue, DocumentMessageQueue>();
        services.AddSingleton(provider => new MessageWorker(
            provider.GetRequiredService<MessageStore>(),
            provider.GetRequiredService<MessageSenders>(),
            provider.GetRequiredService<DeliverySignal>(),
            provider.GetRequiredService<DeliveryReport>(),
            provider.GetRequiredService<IOptions<DeliveryOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static void AddEmail(
        this IServiceCollection services, IConfiguration configuration, bool allowOutbox)
    {
        switch (configuration.GetValue(EmailOptions.Section + ":Provider", EmailProvider.Outbox))
        {
            case EmailProvider.Outbox when !allowOutbox:
                break;
            case EmailProvider.Outbox:
                services.AddOutbox();
                services.AddSingleton<IEmailSender>(provider => provider.GetRequiredService<OutboxSender>());
                break;
            case EmailProvider.Smtp:
                services.AddSettings<SmtpOptions, SmtpOptionsValidator>(configuration, SmtpOptions.Section);
                services.AddSingleton<IEmailSender>(provider => new SmtpEmailSender(
                    provider.GetRequiredService<IOptions<SmtpOptions>>(),
                    provider.GetRequiredService<IOptions<EmailOptions>>(),
                    provider.GetRequiredService<TimeProvider>()));
                break;
            case EmailProvider.SendGrid:
                services.AddSettings<SendGridOptions, SendGridOptionsValidator>(configuration, SendGridOptions.Section);
                services.AddProviderClient(SendGridClient);
                services.AddSingleton<IEmailSender>(provider =>
                    ActivatorUtilities.CreateInstance<SendGridEmailSender>(provider, Client(provider, SendGridClient)));
                break;
        }
    }

    private static void AddSms(
        this IServiceCollection services, IConfiguration configuration, bool allowOutbox)
    {
        switch (configuration.GetValue(SmsOptions.Section + ":Provider", SmsProvider.Outbox))
        {
            case SmsProvider.Outbox when !allowOutbox:
                break;
            case SmsProvider.Outbox:
                services.AddOutbox();
                services.AddSingleton<ISmsSender>(provider => provider.GetRequiredService<OutboxSender>());
                break;
            case SmsProvider.Vonage:
                services.AddSettings<VonageOptions, VonageOptionsValidator>(configuration, VonageOptions.Section);
                services.AddProviderClient(VonageClient);
                services.AddSingleton<ISmsSender>(provider =>
                    ActivatorUtilities.CreateInstance<VonageSmsSender>(provider, Client(provider, VonageClient)));
                break;
        }
    }

    private static void AddOutbox(this IServiceCollection services)
    {
        services.TryAddSingleton<OutboxSender>();
        services.TryAddSingleton<OutboxReader>();
    }

    private static void AddSettings<TOptions, TValidator>(
        this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        services.AddOptions<TOptions>().Bind(configuration.GetSection(section)).ValidateOnStart();
    }

    // Without the client's own log lines: at their most talkative they hold headers, and a key is a header.
    private static void AddProviderClient(this IServiceCollection services, string name) =>
        services.AddHttpClient(name)
            .ConfigurePrimaryHttpMessageHandler(ProviderHttp.Handler)
            .RemoveAllLoggers();

    private static HttpClient Client(IServiceProvider provider, string name)
    {
        var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);
        // The sender has its own time limit, which unlike this one does not look like a cancelled request.
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }
}
