using AccountGraph.Storage.MongoDb.Bson;

namespace AccountGraph.Storage.Tests.MongoDb;

/// <summary>What a fail point does; one call for each thing.</summary>
internal sealed class FailPoint(BsonWriter writer)
{
    public void Write(string command, int times, Action<FailPoint> data)
    {
        writer.BeginDocument("mode").Write("times", times).End();
        writer.BeginDocument("data").BeginArray("failCommands").Write("0", command).End();
        data(this);
        writer.End().End();
    }

    public FailPoint CloseConnection() => Flag("closeConnection");

    /// <summary>The work is done, then the connection closes without an answer.</summary>
    public FailPoint LoseReply() => Flag("loseReply");

    /// <summary>The server will not know the retry as one.</summary>
    public FailPoint Forget() => Flag("forget");

    public FailPoint Block(int milliseconds)
    {
        writer.Write("blockConnection", true).Write("blockTimeMS", milliseconds);
        return this;
    }

    public FailPoint Error(int code, params string[] labels)
    {
        writer.Write("errorCode", code).BeginArray("errorLabels");
        for (var at = 0; at < labels.Length; at++) writer.Write($"{at}", labels[at]);
        writer.End();
        return this;
    }

    private FailPoint Flag(string name)
    {
        writer.Write(name, true);
        return this;
    }
}
