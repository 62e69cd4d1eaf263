using System.Collections.Immutable;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Planning;
using AccountGraph.GraphQL.Schema;
using AccountGraph.GraphQL.Validation;

namespace AccountGraph.GraphQL;

/// <summary>
/// The front door: prepares documents (parse, validate, plan) and runs their operations. One engine serves any number
/// of concurrent callers.
/// </summary>
public sealed class GraphQLEngine
{
    // Longer ones are mostly comments or values that belong into variables; they are prepared anew each time.
    private const int MostCachedBytes = 32 * 1024;

    private const int BytesPerFault = 1024;

    private readonly GraphQLSchema _schema;
    private readonly GraphQLEngineOptions _options;
    private readonly ParserOptions _parserOptions;
    private readonly ValidationOptions _validationOptions;
    private readonly OperationPlanner _planner;
    private readonly OperationExecutor _executor;
    private readonly DocumentCache _documents;
    private readonly DocumentCache _faultyDocuments;

    /// <exception cref="ArgumentException">The resolvers do not fit the schema; the message lists every
    /// mistake.</exception>
    public GraphQLEngine(GraphQLSchema schema, ResolverMap resolvers, GraphQLEngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(resolvers);
        ArgumentNullException.ThrowIfNull(options);
        _schema = schema;
        _options = options;
        _parserOptions = new ParserOptions { MaxTokens = options.MaxTokens, MaxDepth = options.MaxParserDepth };
        _validationOptions = new ValidationOptions { SuggestsNames = options.AllowIntrospection };
        var bound = new BoundResolvers(schema, resolvers.Entries);
        _planner = new OperationPlanner(schema, bound, options);
        _executor = new OperationExecutor(bound, options);
        _documents = new DocumentCache(options.CacheBytes);
        // Faulty documents have a small cache of their own, so that mistakes never push out what works.
        _faultyDocuments = new DocumentCache(options.CacheBytes / 16);
    }

    /// <summary>
    /// Parses, validates and plans a document, or finds it among those prepared before. The bytes may be reused
    /// afterwards.
    /// </summary>
    public PreparedDocument Prepare(ReadOnlySpan<byte> utf8Document)
    {
        if (utf8Document.Length > MostCachedBytes) return Prepare(new SourceText(utf8Document.ToArray()));

        if (_documents.Find(utf8Document, out var hash) is { } known) return known;
        if (_faultyDocuments.Find(utf8Document, out var faultyHash) is { } faulty) return faulty;

        var source = new SourceText(utf8Document.ToArray());
        var prepared = Prepare(source);
        if (prepared.Errors.IsEmpty) _documents.Add(hash, source.Utf8, prepared, prepared.Weight);
        else _faultyDocuments.Add(faultyHash, source.Utf8, prepared, utf8Document.Length + BytesPerFault);
        return prepared;
    }

    /// <summary>
    /// Runs an operation and appends its complete JSON response to <paramref name="output"/>
    /// (<see href="https://spec.graphql.org/September2025/#sec-Execution">6</see>). Expected and unexpected failures
    /// alike end up in the response; nothing is thrown.
    /// </summary>
    /// <returns>What kind of response was written, for a transport that tells it by a status.</returns>
    /// <param name="plan">A query or mutation.</param>
    /// <param name="cancellation">
    /// When it is signalled and a resolver gives up because of it, the response is one error and no data.
    /// </param>
    public ValueTask<ExecutionResult> ExecuteAsync(
        OperationPlan plan, OperationRequest request, ResponseBuffer output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(output);
        if (plan.Type == OperationKind.Subscription)
            throw new ArgumentException("Subscriptions are run by ExecuteSubscriptionAsync.", nameof(plan));

        return _executor.ExecuteAsync(plan, request, output, cancellation);
    }

    /// <summary>
    /// Subscribes and answers every event of the source stream with a response
    /// (<see href="https://spec.graphql.org/September2025/#sec-Subscription">6.2.3</see>). A subscription that cannot
    /// begin answers once, with errors.
    /// </summary>
    /// <returns>One buffer, filled anew for each response and valid until the next is asked for.</returns>
    public IAsyncEnumerable<ResponseBuffer> ExecuteSubscriptionAsync(
        OperationPlan plan, OperationRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Type != OperationKind.Subscription)
            throw new ArgumentException("Queries and mutations are run by ExecuteAsync.", nameof(plan));

        return _executor.SubscribeAsync(plan, request, cancellation);
    }

    /// <summary>
    /// Writes a response that has only errors, such as those of <see cref="PreparedDocument.Errors"/>.
    /// </summary>
    public static void WriteErrors(IReadOnlyList<GraphQLError> errors, ResponseBuffer output)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(output);
        ResponseFormat.WriteRequestErrors(output, errors, null);
    }

    private PreparedDocument Prepare(SourceText source)
    {
        var parsed = Utf8GraphQLParser.Parse(source, _parserOptions);
        if (!parsed.IsValid) return new PreparedDocument(parsed.Errors);

        var counts = new DocumentCounts(parsed.Document);
        var errors = Check(counts);
        if (errors.IsEmpty) errors = DocumentValidator.Validate(_schema, parsed.Document, _validationOptions);
        return errors.IsEmpty ? _planner.Plan(parsed.Document, counts) : new PreparedDocument(errors);
    }

    /// <summary>Limits that are seen in the text, before validation spends time on it.</summary>
    private ImmutableArray<GraphQLError> Check(DocumentCounts counts)
    {
        if (counts.Aliases > _options.MaxAliases)
            return [RequestErrors.TooManyAliases(_options.MaxAliases, counts.Aliases)];
        if (counts.Directives > _options.MaxDirectives)
            return [RequestErrors.TooManyDirectives(_options.MaxDirectives, counts.Directives)];
        if (counts.UsesIntrospection && !_options.AllowIntrospection)
            return [RequestErrors.IntrospectionNotAllowed()];

        return [];
    }
}
