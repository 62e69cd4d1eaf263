using System.Text;
using AccountGraph.Gateway.Operations;
using AccountGraph.Gateway.Hosting;
using AccountGraph.GraphQL;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Planning;
using Microsoft.Extensions.ObjectPool;
using Microsoft.Extensions.Options;

namespace AccountGraph.Gateway.Http;

/// <summary>GraphQL over HTTP: reads the request, identifies the caller, runs the engine, writes its answer.</summary>
internal sealed class GraphQLEndpoint(
    GraphQLEngine engine,
    GraphQLRequestReader requests,
    CallerReader callers,
    ProjectCatalog projects,
    OperationTable operations,
    PersistedDocuments documents,
    ObjectPool<GraphQLExchange> exchanges,
    IOptions<GraphQLOptions> options)
{
    private const string CostHeader = "GraphQL-Cost";

    private readonly TimeSpan _timeLimit = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
    private readonly int _maxCost = options.Value.MaxCost;
    private readonly bool _sendsEmptyReply = options.Value.EmptyReplyForNoContent;

    public static bool IsAt(PathString path) =>
        path.Value is "/v1/graphql" or "/graphql" or "/v1/graphql/mutation";

    public async Task InvokeAsync(HttpContext http)
    {
        var exchange = exchanges.Get();
        try
        {
            await RunAsync(http, exchange);
        }
        finally
        {
            exchanges.Return(exchange);
        }
    }

    private async ValueTask RunAsync(HttpContext http, GraphQLExchange exchange)
    {
        var origin = callers.OriginOf(http);
        if (CorsHeaders.IsPreflight(http.Request))
        {
            CorsHeaders.WritePreflight(http, projects.Admits(origin));
            return;
        }

        var project = callers.FindProject(http.Request);
        CorsHeaders.Write(http, project is not null && origin.IsAllowedBy(project.Platforms));
        if (project is null)
        {
            await ErrorMapper.WriteAsync(http, Accounts.AccountErrors.ProjectNotFound, http.RequestAborted);
            return;
        }

        if (!project.GraphQL)
        {
            await ErrorMapper.WriteAsync(http, Accounts.AccountErrors.ApiDisabled, http.RequestAborted);
            return;
        }

        var media = ResponseMedia.For(http.Request.Headers.Accept);
        if (media is null)
        {
            await ErrorMapper.WriteProblemAsync(http, HttpProblem.NotAcceptable, http.RequestAborted);
            return;
        }

        var body = await requests.ReadAsync(http, exchange.Body, http.RequestAborted);
        if (body.Problem is { } problem)
        {
            await ErrorMapper.WriteProblemAsync(http, problem, http.RequestAborted);
            return;
        }

        var cancellation = exchange.StartClock(_timeLimit);
        var context = await callers.ReadAsync(http, project, cancellation);
        var status = body.Batch is { } batch
            ? await ExecuteBatchAsync(batch, context, exchange.Response, cancellation)
            : await ExecuteAsync(body.Single, context, exchange.Response, cancellation);
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            await ErrorMapper.WriteProblemAsync(http, HttpProblem.MutationOverGet, http.RequestAborted);
            return;
        }

        await WriteAsync(http, media, status, exchange.Response);
    }

    private async ValueTask<int> ExecuteBatchAsync(
        GraphQLHttpRequest[] batch, RequestContext context, ResponseBuffer response, CancellationToken cancellation)
    {
        for (var i = 0; i < batch.Length; i++)
        {
            response.Write(i == 0 ? "["u8 : ","u8);
            await ExecuteAsync(batch[i], context, response, cancellation);
        }

        response.Write("]"u8);
        return StatusCodes.Status200OK;
    }

    /// <summary>The HTTP status of the answer: 400 when nothing could be executed, which clients of the older
    /// media type see as 200.</summary>
    private async ValueTask<int> ExecuteAsync(
        GraphQLHttpRequest request, RequestContext context, ResponseBuffer response, CancellationToken cancellation)
    {
        if (!documents.TryFind(request, out var text, out var unknown))
        {
            GraphQLEngine.WriteErrors([ErrorMapper.WithCategory(unknown!)], response);
            return StatusCodes.Status400BadRequest;
        }

        var document = engine.Prepare(text.Span);
        if (!document.TryGetOperation(request.OperationName, out var plan, out var error))
        {
            IEnumerable<GraphQLError> errors = document.Errors.IsEmpty ? [error] : document.Errors;
            GraphQLEngine.WriteErrors([.. errors.Select(ErrorMapper.WithCategory)], response);
            return StatusCodes.Status400BadRequest;
        }

        RequestTags.Name(plan);
        if (plan.Type != OperationKind.Query && HttpMethods.IsGet(context.Http.Request.Method))
        {
            return StatusCodes.Status405MethodNotAllowed;
        }

        var operation = new OperationRequest
        {
            Variables = request.Variables,
            State = context,
            Extensions = context.Http.Request.Headers.ContainsKey(CostHeader) ? CostOf(plan) : null,
        };
        var result = await engine.ExecuteAsync(plan, operation, response, cancellation);
        if (result == ExecutionResult.RequestErrors) return StatusCodes.Status400BadRequest;
        return _sendsEmptyReply && result == ExecutionResult.Success && AnswersNothing(plan)
            ? StatusCodes.Status204NoContent
            : StatusCodes.Status200OK;
    }

    /// <summary>What the operation costs, for a client that asks.</summary>
    private Action<ResponseBuffer> CostOf(OperationPlan plan)
    {
        var text = $$$"""{"cost":{"operation":{{{plan.Cost}}},"maximum":{{{_maxCost}}},"depth":{{{plan.Depth}}}}}""";
        return output => output.Write(Encoding.UTF8.GetBytes(text));
    }

    private bool AnswersNothing(OperationPlan plan) =>
        plan.RootFields is [var field]
        && operations.ByName.TryGetValue(field.FieldName, out var operation)
        && operation.AnswersNothing;

    private static ValueTask WriteAsync(HttpContext http, ResponseMedia media, int status, ResponseBuffer buffer)
    {
        var response = http.Response;
        response.Headers.CacheControl = "no-store";
        response.StatusCode = status == StatusCodes.Status400BadRequest ? media.RequestErrorStatus : status;
        if (status == StatusCodes.Status204NoContent) return ValueTask.CompletedTask;
        response.Headers.ContentType = media.ContentType;
        response.ContentLength = buffer.Length;
        var pending = response.BodyWriter.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
        return pending.IsCompletedSuccessfully ? ValueTask.CompletedTask : AwaitAsync(pending);

        static async ValueTask AwaitAsync(ValueTask<System.IO.Pipelines.FlushResult> pending) => await pending;
    }
}
