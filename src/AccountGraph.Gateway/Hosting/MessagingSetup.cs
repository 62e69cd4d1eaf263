using AccountGraph.Messaging.Providers;
using AccountGraph.Messaging.Providers.Queue;

namespace AccountGraph.Gateway.Hosting;

internal static class MessagingSetup
{
    /// <summary>Mail and text messages: the queue, its worker and the configured providers.</summary>
    public static void AddMessaging(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddMessaging(builder.Configuration, allowOutbox: builder.Environment.IsDevelopment());
        services.AddSingleton<IMessageProtector, MessageProtector>();
        services.AddHostedService<MessageDelivery>();
    }
}
