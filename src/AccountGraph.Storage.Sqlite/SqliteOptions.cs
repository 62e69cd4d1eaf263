using System.ComponentModel.DataAnnotations;

namespace AccountGraph.Storage.Sqlite;

public sealed class SqliteOptions
{
    public const string Section = "Storage:Sqlite";

    /// <summary>As a path, keeps everything in memory until the process ends.</summary>
    public const string InMemory = ":memory:";

    /// <summary>The database file; its folder is made when missing.</summary>
    [Required]
    public string Path { get; set; } = "data/accountgraph.db";

    /// <summary>Threads that read; writing is done by one more.</summary>
    [Range(1, 64)]
    public int ReaderThreads { get; set; } = 4;

    /// <summary>How many calls may wait for the readers, and how many for the writer, before the next is refused.
    /// </summary>
    [Range(1, 1_000_000)]
    public int QueueCapacity { get; set; } = 4096;

    /// <summary>How long a call may take, waiting included.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Size of the read cache: a document counts as one for every KiB begun. 0 turns it off.</summary>
    [Range(0, 10_000_000)]
    public int CacheEntries { get; set; } = 50_000;

    /// <summary>Pause between two removals of expired documents.</summary>
    [Range(1, 86_400)]
    public int SweepSeconds { get; set; } = 60;
}
