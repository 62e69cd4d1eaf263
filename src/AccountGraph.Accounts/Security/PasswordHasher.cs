using System.Security.Cryptography;
using System.Text;

namespace AccountGraph.Accounts.Security;

/// <summary>Hashes and verifies passwords, on threads of its own: a storm of sign-ins waits here, while the thread
/// pool goes on serving everything else.</summary>
public sealed class PasswordHasher : IDisposable
{
    private readonly HashingThreads _threads;
    private readonly StoredHash _stored;

    public PasswordHasher(PasswordHashingOptions options)
    {
        _stored = new StoredHash(
            new Argon2Parameters(Argon2Variant.Id, options.MemoryKiB, options.Iterations, options.Parallelism));
        _threads = new HashingThreads(options);
    }

    /// <summary>Passwords that wait for a thread.</summary>
    public int Waiting => _threads.Waiting;

    /// <summary>An Argon2id PHC string at the configured cost.</summary>
    /// <exception cref="HashingOverloadedException">The queue is full.</exception>
    public ValueTask<string> HashAsync(string password, CancellationToken cancellation) =>
        RunAsync(password, (bytes, memory) => _stored.Create(bytes, memory), cancellation);

    /// <summary>Without a stored hash, or with one of unknown form, the same work is done for nothing: how long it
    /// takes does not tell whether the account exists.</summary>
    /// <exception cref="HashingOverloadedException">The queue is full.</exception>
    public ValueTask<PasswordVerdict> VerifyAsync(string password, string? phc, CancellationToken cancellation) =>
        RunAsync(password, (bytes, memory) => _stored.Verify(bytes, phc, memory), cancellation);

    public void Dispose() => _threads.Dispose();

    private async ValueTask<T> RunAsync<T>(
        string password, Func<ReadOnlySpan<byte>, HashingMemory, T> work, CancellationToken cancellation)
    {
        // Pinned, so that clearing reaches the only copy.
        var bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(password), pinned: true);
        Encoding.UTF8.GetBytes(password, bytes);
        try
        {
            return await _threads.RunAsync(memory => work(bytes, memory), cancellation);
        }
        finally
        {
            // After a cancellation the thread may still be at it; nobody gets that result.
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
