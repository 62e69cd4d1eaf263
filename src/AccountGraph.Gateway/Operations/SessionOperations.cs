using AccountGraph.Accounts.Sessions;
using AccountGraph.Gateway.RateLimits;

namespace AccountGraph.Gateway.Operations;

/// <summary>Opening, seeing, extending and ending sessions.</summary>
internal static class SessionOperations
{
    public static void Declare(OperationTable operations)
    {
        operations.Query("accountListSessions", Rest.Get("/account/sessions"))
            .For(Scope.Account)
            .Handle((ListSessionsHandler handler, OperationCall call) =>
                handler.HandleAsync(call.Context, call.Cancellation));

        operations.Query("accountGetSession", Rest.Get("/account/sessions/{sessionId}"))
            .For(Scope.Account)
            .Handle((GetSessionHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new GetSession(call.Arguments.Text("sessionId")), call.Context, call.Cancellation));

        operations.Mutation("accountUpdateSession", Rest.Patch("/account/sessions/{sessionId}", 200))
            .For(Scope.Account).Limited(Limits.TenPerAddress).Logged("session.update")
            .Handle(
                (UpdateSessionHandler handler, OperationCall call) =>
                    handler.HandleAsync(
                        new UpdateSession(call.Arguments.Text("sessionId")), call.Context, call.Cancellation),
                SessionAnswers.Extended);

        operations.Mutation("accountDeleteSession", Rest.Delete("/account/sessions/{sessionId}"))
            .For(Scope.Account).OpenToPending().Limited(Limits.HundredPerAddress).Logged("session.delete").Timestamped()
            .Handle(
                (DeleteSessionHandler handler, OperationCall call) =>
                    handler.HandleAsync(
                        new DeleteSession(call.Arguments.Text("sessionId")), call.Context, call.Cancellation),
                SessionAnswers.Ended);

        operations.Mutation("accountDeleteSessions", Rest.Delete("/account/sessions"))
            .For(Scope.Account).Limited(Limits.HundredPerAddress).Logged("session.delete")
            .Handle(
                (DeleteSessionsHandler handler, OperationCall call) =>
                    handler.HandleAsync(call.Context, call.Cancellation),
                SessionAnswers.Ended);

        operations.Mutation("accountCreateAnonymousSession", Rest.Post("/account/sessions/anonymous", 201))
            .For(Scope.SessionsWrite).By(SignInMethod.Anonymous).OpeningSession()
            .Limited(Limits.SharedPerAddress).Logged("session.create")
            .Handle(
                (CreateAnonymousSessionHandler handler, OperationCall call) =>
                    handler.HandleAsync(call.Context, call.Cancellation),
                SessionAnswers.Opened);

        operations.Mutation(
                "accountCreateEmailPasswordSession",
                Rest.Post("/account/sessions/email", 201),
                Rest.Post("/account/sessions", 201))
            .For(Scope.SessionsWrite).By(SignInMethod.EmailPassword).OpeningSession()
            .Limited(Limits.TenPer("email")).Logged("session.create")
            .Handle(
                (CreateEmailPasswordSessionHandler handler, OperationCall call) =>
                    handler.HandleAsync(
                        new CreateEmailPasswordSession(call.Arguments.Text("email"), call.Arguments.Text("password")),
                        call.Context,
                        call.Cancellation),
                SessionAnswers.Opened);

        DeclareTokenExchange(operations, "accountCreateSession", Rest.Post("/account/sessions/token", 201));
        DeclareTokenExchange(operations, "accountUpdateMagicURLSession", Rest.Put("/account/sessions/magic-url", 201));
        DeclareTokenExchange(operations, "accountUpdatePhoneSession", Rest.Put("/account/sessions/phone", 201));
    }

    /// <summary>Three names of one operation; they share a counter.</summary>
    private static void DeclareTokenExchange(OperationTable operations, string name, RestRoute route) =>
        operations.Mutation(name, route)
            .For(Scope.SessionsWrite).OpeningSession()
            .Limited(Limits.SharedPerAddressAndUser).Logged("session.create")
            .Handle(
                (CreateSessionHandler handler, OperationCall call) =>
                    handler.HandleAsync(
                        new CreateSession(call.Arguments.Text("userId"), call.Arguments.Text("secret")),
                        call.Context,
                        call.Cancellation),
                SessionAnswers.Opened);
}
