using AccountGraph.Storage.MongoDb.Native;

namespace AccountGraph.Storage.MongoDb;

/// <summary>What the driver's and the server's errors mean to a caller.</summary>
internal static class MongoFailure
{
    /// <summary>A server that is away, changing or overloaded: for callers the store is away. Anything else is a
    /// defect.</summary>
    public static Exception Translate(Exception failure) => failure switch
    {
        MongoException { IsDefect: true } mongo => new InvalidOperationException(
            $"MongoDB refused a command: {mongo.Message} (code {mongo.Code}).", mongo),
        MongoException mongo => new StoreUnavailableException(
            $"MongoDB failed: {mongo.Message.TrimEnd('.')} (code {mongo.Code}).", mongo),
        _ => failure,
    };
}
