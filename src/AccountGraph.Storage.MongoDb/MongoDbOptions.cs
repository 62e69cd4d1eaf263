using System.ComponentModel.DataAnnotations;

namespace AccountGraph.Storage.MongoDb;

public sealed class MongoDbOptions
{
    public const string Section = "Storage:MongoDb";

    /// <summary>As MongoDB defines it, credentials and TLS included. Needed where MongoDB is the provider.</summary>
    [RegularExpression(@"mongodb(\+srv)?://.+", ErrorMessage = "It must begin with mongodb:// or mongodb+srv://.")]
    public string ConnectionString { get; set; } = "";

    [Required]
    [RegularExpression("[A-Za-z0-9_-]{1,63}", ErrorMessage = "It must be 1 to 63 letters, digits, _ or -.")]
    public string Database { get; set; } = "accountgraph";

    /// <summary>Threads that talk to the server, each with a connection of its own.</summary>
    [Range(1, 256)]
    public int Threads { get; set; } = 16;

    /// <summary>How many calls may wait before the next is refused.</summary>
    [Range(1, 1_000_000)]
    public int QueueCapacity { get; set; } = 4096;

    /// <summary>How long a call may take, waiting included.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 10;
}
