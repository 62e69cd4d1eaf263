using AccountGraph.Accounts.Devices;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Sessions;

/// <summary>Opens sessions, whatever the way in, and keeps their number within the project's limit.</summary>
public sealed class SessionOpener(
    IDocumentStore store,
    SessionList sessions,
    SessionEnder ender,
    SessionViews views,
    UserAgentParser agents,
    CountryDatabase countries,
    IdGenerator ids,
    TimeProvider clock)
{
    private const int SecretBytes = 128;

    public async ValueTask<OpenedSession> OpenAsync(
        User user, SessionStart start, CallContext call, CancellationToken cancellation)
    {
        var secret = Secrets.Hex(SecretBytes);
        var now = Instant.From(clock.GetUtcNow());
        var expire = now.AddSeconds(call.Project.Auth.Duration);
        var origin = SessionOrigin.Of(call, agents, countries);
        var document = SessionDocuments.New(secret.ToSha256Hex(), ids.Next(), user, start, origin, expire, now);
        var written = await store.InsertAsync(SessionDocuments.Collection, document, cancellation);
        var session = SessionDocuments.Map(
            written.Document ?? throw new InvalidOperationException("A random session secret came up twice."));

        var token = new SessionToken(user.Id, secret.Reveal()).Encode();
        return new OpenedSession(
            views.OfOpened(session, call, call.IsApiKey ? token : ""),
            token,
            expire,
            await EnforceLimitAsync(user, session, call.Project.Auth.MaxSessions, cancellation));
    }

    /// <summary>The oldest sessions make room; the new one never does. Tells how many there are now.</summary>
    /// <remarks>Of sign-ins at the same moment each leaves out its own session and picks no other in its place: one
    /// too many stays until the next sign-in, where otherwise one too many would end.</remarks>
    private async ValueTask<int> EnforceLimitAsync(
        User user, Session opened, int limit, CancellationToken cancellation)
    {
        var live = await sessions.ReadAsync(user, cancellation);
        var ending = live.Take(Math.Max(0, live.Count - limit)).Where(session => session.Id != opened.Id).ToList();
        foreach (var oldest in ending) await ender.EndAsync(user, oldest, cancellation);
        return live.Count - ending.Count;
    }
}
