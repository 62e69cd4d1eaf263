using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AccountGraph.Gateway.Http;

/// <summary>The media type of a GraphQL response (GraphQL over HTTP, section 6.4). The newer one lets the status
/// tell of requests that could not be executed; the older one always says 200.</summary>
internal sealed record ResponseMedia(StringValues ContentType, int RequestErrorStatus)
{
    private const string GraphQLResponse = "application/graphql-response+json";

    private static readonly ResponseMedia Json =
        new("application/json; charset=UTF-8", StatusCodes.Status200OK);

    private static readonly ResponseMedia GraphQLJson =
        new(GraphQLResponse + "; charset=UTF-8", StatusCodes.Status400BadRequest);

    /// <summary>Null when the client accepts neither.</summary>
    public static ResponseMedia? For(StringValues accept)
    {
        if (accept.Count == 0 || accept[0] is "*/*" or "application/json") return Json;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var types)) return Json;

        ResponseMedia? best = null;
        var bestQuality = 0.0;
        foreach (var type in types)
        {
            var media = Matching(type);
            var quality = type.Quality ?? 1;
            if (media is null || quality <= bestQuality) continue;
            best = media;
            bestQuality = quality;
        }

        return best;
    }

    private static ResponseMedia? Matching(MediaTypeHeaderValue type)
    {
        if (type.MediaType.Equals(GraphQLResponse, StringComparison.OrdinalIgnoreCase)) return GraphQLJson;
        return type.MatchesAllTypes
            || (type.MatchesAllSubTypes && type.Type.Equals("application", StringComparison.OrdinalIgnoreCase))
            || type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                ? Json
                : null;
    }
}
