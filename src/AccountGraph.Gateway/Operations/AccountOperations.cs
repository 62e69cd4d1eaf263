using AccountGraph.Accounts.Identities;
using AccountGraph.Accounts.Logs;
using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Gateway.RateLimits;

namespace AccountGraph.Gateway.Operations;

/// <summary>The account itself: registration, profile, password, preferences, security log.</summary>
internal static class AccountOperations
{
    public static void Declare(OperationTable operations)
    {
        operations.Query("accountGet", Rest.Get("/account"))
            .For(Scope.Account)
            .Handle((GetAccountHandler handler, OperationCall call) =>
                handler.HandleAsync(call.Context, call.Cancellation));

        operations.Mutation("accountCreate", Rest.Post("/account", 201))
            .For(Scope.SessionsWrite).By(SignInMethod.EmailPassword)
            .Limited(Limits.TenPerAddress).Logged("user.create")
            .Handle((CreateAccountHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new CreateAccount(
                        call.Arguments.Text("userId"),
                        call.Arguments.Text("email"),
                        call.Arguments.Text("password"),
                        call.Arguments.OptionalText("name")),
                    call.Context,
                    call.Cancellation));

        operations.Mutation("accountUpdateName", Rest.Patch("/account/name", 200))
            .For(Scope.Account).Logged("user.update").Timestamped()
            .Handle((UpdateNameHandler handler, OperationCall call) =>
                handler.HandleAsync(new UpdateName(call.Arguments.Text("name")), call.Context, call.Cancellation));

        operations.Mutation("accountUpdatePassword", Rest.Patch("/account/password", 200))
            .For(Scope.Account).Limited(Limits.TenPerAddress).Logged("user.update").Timestamped()
            .Handle((UpdatePasswordHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new UpdatePassword(call.Arguments.Text("password"), call.Arguments.OptionalText("oldPassword")),
                    call.Context,
                    call.Cancellation));

        operations.Mutation("accountUpdateEmail", Rest.Patch("/account/email", 200))
            .For(Scope.Account).Logged("user.update").Timestamped()
            .Handle((UpdateEmailHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new UpdateEmail(call.Arguments.Text("email"), call.Arguments.Text("password")),
                    call.Context,
                    call.Cancellation));

        operations.Mutation("accountUpdatePhone", Rest.Patch("/account/phone", 200))
            .For(Scope.Account).Logged("user.update").Timestamped()
            .Handle((UpdatePhoneHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new UpdatePhone(call.Arguments.Text("phone"), call.Arguments.Text("password")),
                    call.Context,
                    call.Cancellation));

        operations.Mutation("accountUpdateStatus", Rest.Patch("/account/status", 200))
            .For(Scope.Account).Logged("user.update").Timestamped()
            .Handle(
                (UpdateStatusHandler handler, OperationCall call) =>
                    handler.HandleAsync(call.Context, call.Cancellation),
                SessionAnswers.Cleared);

        operations.Mutation("accountDelete", Rest.Delete("/account"))
            .For(Scope.Account).Logged("user.delete")
            .Handle(
                (DeleteAccountHandler handler, OperationCall call) =>
                    handler.HandleAsync(call.Context, call.Cancellation),
                SessionAnswers.Ended);

        operations.Query("accountGetPrefs", Rest.Get("/account/prefs"))
            .For(Scope.Account)
            .Handle((GetPrefsHandler handler, OperationCall call) =>
                handler.HandleAsync(call.Context, call.Cancellation));

        operations.Mutation("accountUpdatePrefs", Rest.Patch("/account/prefs", 200))
            .For(Scope.Account).Logged("user.update").Timestamped()
            .Handle((UpdatePrefsHandler handler, OperationCall call) =>
                handler.HandleAsync(new UpdatePrefs(call.Arguments.Text("prefs")), call.Context, call.Cancellation));

        operations.Query("accountListLogs", Rest.Get("/account/logs"))
            .For(Scope.Account)
            .Handle((ListLogsHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new ListLogs(call.Arguments.OptionalTexts("queries")), call.Context, call.Cancellation));

        operations.Query("accountListIdentities", Rest.Get("/account/identities"))
            .For(Scope.Account)
            .Handle((ListIdentitiesHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new ListIdentities(call.Arguments.OptionalTexts("queries")), call.Context, call.Cancellation));

        operations.Mutation("accountDeleteIdentity", Rest.Delete("/account/identities/{identityId}"))
            .For(Scope.Account).Logged("identity.delete")
            .Handle((DeleteIdentityHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new DeleteIdentity(call.Arguments.Text("identityId")), call.Context, call.Cancellation));

        operations.Mutation("accountCreateJWT", Rest.Post("/account/jwts", 201), Rest.Post("/account/jwt", 201))
            .For(Scope.Account).By(SignInMethod.Jwt).Limited(Limits.HundredPerCaller)
            .Handle((CreateJWTHandler handler, OperationCall call) =>
                handler.HandleAsync(call.Context, call.Cancellation));
    }
}
