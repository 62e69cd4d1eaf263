using AccountGraph.Accounts;
using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Gateway.Http;

namespace AccountGraph.Gateway.Operations;

/// <summary>What the caller sees of operations that open, extend or end sessions, and what becomes of its
/// cookies.</summary>
internal static class SessionAnswers
{
    public static object Opened(OperationCall call, OpenedSession opened)
    {
        SessionCookies.Open(
            call.Request.Http,
            call.Request.Origin,
            call.Context.Project.Id,
            opened.Token,
            opened.Expire.ToDateTimeOffset());
        return opened.View;
    }

    /// <summary>The cookies of the current session get the new end; the client keeps its token.</summary>
    public static object Extended(OperationCall call, ExtendedSession extended)
    {
        var projectId = call.Context.Project.Id;
        if (extended.View.Current && SessionCookies.Read(call.Request.Http.Request, projectId) is { } token)
        {
            SessionCookies.Open(
                call.Request.Http,
                call.Request.Origin,
                projectId,
                token.Encode(),
                extended.Expire.ToDateTimeOffset());
        }

        return extended.View;
    }

    public static object Ended(OperationCall call, EndedSessions ended)
    {
        if (ended.WithCurrent) Clear(call);
        return Done.Instance;
    }

    public static object Cleared(OperationCall call, AccountView view)
    {
        Clear(call);
        return view;
    }

    private static void Clear(OperationCall call) =>
        SessionCookies.Clear(call.Request.Http, call.Request.Origin, call.Context.Project.Id);
}
