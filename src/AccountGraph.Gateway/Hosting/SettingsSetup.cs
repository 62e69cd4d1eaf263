using AccountGraph.Gateway.Http;
using Microsoft.Extensions.Options;

namespace AccountGraph.Gateway.Hosting;

internal static class SettingsSetup
{
    /// <exception cref="SettingsException">A setting cannot be used.</exception>
    public static Settings AddSettings(this WebApplicationBuilder builder)
    {
        DevelopmentKeys.AddTo(builder.Configuration, builder.Environment);
        var settings = SettingsReader.Read(builder.Configuration);
        foreach (var (id, project) in settings.Projects) project.Id = id;

        var isDevelopment = builder.Environment.IsDevelopment();
        settings.GraphQL.Introspection ??= isDevelopment;
        settings.GraphQL.Ide ??= isDevelopment;

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(Options.Create(settings.Server));
        builder.Services.AddSingleton(Options.Create(settings.GraphQL));
        builder.Services.AddSingleton(Options.Create(settings.RateLimits));
        builder.Services.AddSingleton(new ProjectCatalog(settings.Projects.Values));
        return settings;
    }
}
