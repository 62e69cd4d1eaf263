using AccountGraph.Storage;

namespace AccountGraph.Accounts.Logs;

/// <summary>One line of a user's security log: who he was then, what happened and from where.</summary>
public sealed class LogEntry
{
    internal LogEntry(Document document)
    {
        Event = document.Text(LogDocuments.Event)!;
        UserId = document.Text(LogDocuments.UserId)!;
        UserName = document.Text(LogDocuments.UserName) ?? "";
        UserEmail = document.Text(LogDocuments.UserEmail) ?? "";
        Ip = document.Text(LogDocuments.Ip) ?? "";
        UserAgent = document.Text(LogDocuments.UserAgent) ?? "";
        TimeText = DateText.OfSecond(document.Time(LogDocuments.Time)!.Value);
    }

    public string Event { get; }

    public string UserId { get; }

    public string UserName { get; }

    public string UserEmail { get; }

    public string Ip { get; }

    public string UserAgent { get; }

    internal string TimeText { get; }
}
