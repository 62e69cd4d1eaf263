using System.ComponentModel.DataAnnotations;

namespace AccountGraph.Accounts.Security;

/// <summary>Cost of Argon2id, and how much of the machine it may take. The defaults are the OWASP floor.</summary>
public sealed class PasswordHashingOptions
{
    public const string Section = "PasswordHashing";

    [Range(64, Argon2Parameters.MaximumMemoryKiB)]
    public int MemoryKiB { get; set; } = 19_456;

    [Range(1, Argon2Parameters.MaximumIterations)]
    public int Iterations { get; set; } = 2;

    [Range(1, 8)]
    public int Parallelism { get; set; } = 1;

    /// <summary>Hashes computed at the same time. Each thread keeps <see cref="MemoryKiB"/>.</summary>
    [Range(1, 1024)]
    public int Threads { get; set; } = Environment.ProcessorCount;

    /// <summary>Hashes that may wait for a thread; one more is refused.</summary>
    [Range(1, 100_000)]
    public int QueueLimit { get; set; } = 200;
}
