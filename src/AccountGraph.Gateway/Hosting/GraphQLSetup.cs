using AccountGraph.Gateway.Http;
using AccountGraph.Gateway.Operations;
using AccountGraph.GraphQL;
using AccountGraph.GraphQL.Execution;
using Microsoft.Extensions.ObjectPool;
using Microsoft.Extensions.Options;

namespace AccountGraph.Gateway.Hosting;

internal static class GraphQLSetup
{
    public static void AddGraphQL(this WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        services.AddSingleton<ForwardedRequest>();
        services.AddSingleton<CallerReader>();
        services.AddSingleton<RateLimitGate>();
        services.AddSingleton<Checks>();
        services.AddSingleton<OperationRunner>();
        services.AddSingleton<ContractSchema>();
        services.AddSingleton(OperationRows.Build);
        services.AddSingleton<GraphQLRequestReader>();
        services.AddSingleton<ObjectPool<GraphQLExchange>>(_ => ObjectPool.Create(new GraphQLExchangePolicy()));
        services.AddSingleton(BuildEngine);
        services.AddSingleton<PersistedDocuments>();
        services.AddSingleton<GraphQLEndpoint>();
    }

    /// <summary>Answers on the GraphQL addresses without passing the router: they take most requests.</summary>
    public static void UseGraphQL(this WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<GraphQLEndpoint>();
        app.Use(next => http => GraphQLEndpoint.IsAt(http.Request.Path) ? endpoint.InvokeAsync(http) : next(http));
    }

    private static GraphQLEngine BuildEngine(IServiceProvider services)
    {
        var schema = services.GetRequiredService<ContractSchema>().Schema;
        var resolvers = new ResolverMap();
        ContractTypes.Bind(resolvers);
        ContractFields.Bind(
            resolvers,
            schema,
            services.GetRequiredService<OperationTable>(),
            services.GetRequiredService<OperationRunner>());

        var options = services.GetRequiredService<IOptions<GraphQLOptions>>().Value;
        var logger = services.GetRequiredService<ILogger<GraphQLEngine>>();
        return new GraphQLEngine(schema, resolvers, new GraphQLEngineOptions
        {
            MaxTokens = options.MaxTokens,
            MaxParserDepth = options.MaxParserDepth,
            MaxDepth = options.MaxDepth,
            MaxCost = options.MaxCost,
            MaxAliases = options.MaxAliases,
            MaxDirectives = options.MaxDirectives,
            AllowIntrospection = options.Introspection == true,
            DescribeRequestError = ErrorMapper.WithCategory,
            OnUnexpectedError = (exception, path, state) => Mask(logger, exception, path, state),
        });
    }

    private static FieldError Mask(ILogger logger, Exception exception, IReadOnlyList<object> path, object? state)
    {
        var requestId = ((RequestContext)state!).Http.TraceIdentifier;
        logger.LogError(exception, "Field {Path} failed in request {RequestId}", string.Join('.', path), requestId);
        return ErrorMapper.ToMaskedFieldError(requestId);
    }
}
