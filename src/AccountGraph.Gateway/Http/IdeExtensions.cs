namespace AccountGraph.Gateway.Http;

internal static class IdeExtensions
{
    /// <summary>Before the GraphQL endpoint, which would answer a browser with an error.</summary>
    public static void UseIde(this IApplicationBuilder app, IdeOptions options)
    {
        if (options.IsEnabled) app.UseMiddleware<IdePages>(options);
    }
}
