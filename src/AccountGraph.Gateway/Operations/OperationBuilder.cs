using AccountGraph.Accounts;
using AccountGraph.Gateway.RateLimits;

namespace AccountGraph.Gateway.Operations;

/// <summary>Declares a row so that it reads as a sentence; <c>Handle</c> ends it.</summary>
internal sealed class OperationBuilder(
    OperationTable table, string name, bool isMutation, IReadOnlyList<RestRoute> routes)
{
    private string[] _otherNames = [];
    private Scope _scope;
    private SignInMethod? _method;
    private bool _opensSession;
    private bool _isOpenToPending;
    private bool _needsFreshFactor;
    private bool _honoursTimestamp;
    private IReadOnlyList<RateLimit> _limits = [];
    private string? _logEvent;

    public OperationBuilder For(Scope scope)
    {
        _scope = scope;
        return this;
    }

    /// <summary>Newer or older spellings of the same GraphQL field.</summary>
    public OperationBuilder AlsoNamed(params string[] names)
    {
        _otherNames = names;
        return this;
    }

    public OperationBuilder By(SignInMethod method)
    {
        _method = method;
        return this;
    }

    public OperationBuilder OpeningSession()
    {
        _opensSession = true;
        return this;
    }

    public OperationBuilder OpenToPending()
    {
        _isOpenToPending = true;
        return this;
    }

    public OperationBuilder WithFreshFactor()
    {
        _needsFreshFactor = true;
        return this;
    }

    /// <summary>The operation compares the record with <c>X-Appwrite-Timestamp</c>.</summary>
    public OperationBuilder Timestamped()
    {
        _honoursTimestamp = true;
        return this;
    }

    public OperationBuilder Limited(IReadOnlyList<RateLimit> limits)
    {
        _limits = limits;
        return this;
    }

    public OperationBuilder Logged(string logEvent)
    {
        _logEvent = logEvent;
        return this;
    }

    public void Handle<THandler, TResult>(Func<THandler, OperationCall, ValueTask<Outcome<TResult>>> handle)
        where THandler : class
        where TResult : class
        => Handle<THandler, TResult>(handle, static (_, result) => result);

    /// <param name="handle">Turns arguments into the handler's input and calls it.</param>
    /// <param name="answer">Turns a result into what the caller sees, and sets or clears cookies.</param>
    public void Handle<THandler, TResult>(
        Func<THandler, OperationCall, ValueTask<Outcome<TResult>>> handle,
        Func<OperationCall, TResult, object> answer)
        where THandler : class
        where TResult : class
    {
        var handler = ActivatorUtilities.CreateInstance<THandler>(table.Services);
        Add(call => Complete(call, handle(handler, call), answer), isBuilt: true);
    }

    /// <summary>A published field whose rules are not written yet: it answers so, behind the same checks.</summary>
    public void NotBuiltYet() =>
        Add(_ => ValueTask.FromResult<Outcome<object>>(AccountErrors.NotImplemented), isBuilt: false);

    private void Add(OperationHandler handler, bool isBuilt) => table.Add(new Operation
    {
        Name = name,
        IsMutation = isMutation,
        OtherNames = _otherNames,
        Routes = routes,
        Scope = _scope,
        Method = _method,
        OpensSession = _opensSession,
        IsOpenToPending = _isOpenToPending,
        NeedsFreshFactor = _needsFreshFactor,
        HonoursTimestamp = _honoursTimestamp,
        Limits = _limits,
        LogEvent = isBuilt ? _logEvent : null,
        Handler = handler,
        IsBuilt = isBuilt,
    });

    // Reads from memory complete at once; only then is there no state machine to pay for.
    private static ValueTask<Outcome<object>> Complete<TResult>(
        OperationCall call, ValueTask<Outcome<TResult>> pending, Func<OperationCall, TResult, object> answer)
        where TResult : class
    {
        return pending.IsCompletedSuccessfully
            ? ValueTask.FromResult(Answer(call, pending.Result, answer))
            : AwaitAsync(call, pending, answer);

        static async ValueTask<Outcome<object>> AwaitAsync(
            OperationCall call, ValueTask<Outcome<TResult>> pending, Func<OperationCall, TResult, object> answer) =>
            Answer(call, await pending, answer);
    }

    private static Outcome<object> Answer<TResult>(
        OperationCall call, Outcome<TResult> outcome, Func<OperationCall, TResult, object> answer)
        where TResult : class
    {
        if (!outcome.IsSuccess) return outcome.Error;
        Outcome<object> answered = new(answer(call, outcome.Value));
        return answered.About(outcome.Concerned);
    }
}
