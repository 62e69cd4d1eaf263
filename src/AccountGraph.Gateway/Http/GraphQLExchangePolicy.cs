using Microsoft.Extensions.ObjectPool;

namespace AccountGraph.Gateway.Http;

internal sealed class GraphQLExchangePolicy : IPooledObjectPolicy<GraphQLExchange>
{
    public GraphQLExchange Create() => new();

    public bool Return(GraphQLExchange exchange)
    {
        exchange.Reset();
        return true;
    }
}
