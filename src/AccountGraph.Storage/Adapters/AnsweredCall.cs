namespace AccountGraph.Storage.Adapters;

internal sealed class AnsweredCall<TSession, T>(Func<TSession, T> work) : Call<TSession>
{
    // Whoever waits goes on elsewhere: the worker thread belongs to the store.
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _registration;
    private T? _answer;

    public Task<T> Task => _source.Task;

    public override bool IsOver => _source.Task.IsCompleted;

    public void CancelBy(CancellationToken cancellation)
    {
        _registration = cancellation.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource<T>)state!).TrySetCanceled(token), _source);
    }

    public override void Run(TSession session) => _answer = work(session);

    public override void Complete()
    {
        _registration.Unregister();
        _source.TrySetResult(_answer!);
    }

    public override void Fail(Exception reason)
    {
        _registration.Unregister();
        _source.TrySetException(reason);
    }
}
