using AccountGraph.Accounts.Recovery;
using AccountGraph.Accounts.Tokens;
using AccountGraph.Accounts.Verification;
using AccountGraph.Gateway.RateLimits;

namespace AccountGraph.Gateway.Operations;

/// <summary>Secrets that travel by mail or text message: sign-in, recovery, verification.</summary>
internal static class TokenOperations
{
    public static void Declare(OperationTable operations)
    {
        operations.Mutation(
                "accountCreateMagicURLToken",
                Rest.Post("/account/tokens/magic-url", 201),
                Rest.Post("/account/sessions/magic-url", 201))
            .For(Scope.SessionsWrite).By(SignInMethod.MagicUrl)
            .Limited(Limits.PerArgumentAndAddress(60, "email")).Logged("session.create")
            .Handle((CreateMagicURLTokenHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new CreateMagicURLToken(
                        call.Arguments.Text("userId"),
                        call.Arguments.Text("email"),
                        call.Arguments.OptionalText("url"),
                        call.Arguments.OptionalFlag("phrase")),
                    call.Context,
                    call.Cancellation));

        operations.Mutation("accountCreateEmailToken", Rest.Post("/account/tokens/email", 201))
            .For(Scope.SessionsWrite).By(SignInMethod.EmailOtp)
            .Limited(Limits.TenPer("email")).Logged("session.create")
            .Handle((CreateEmailTokenHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new CreateEmailToken(
                        call.Arguments.Text("userId"),
                        call.Arguments.Text("email"),
                        call.Arguments.OptionalFlag("phrase")),
                    call.Context,
                    call.Cancellation));

        operations.Mutation(
                "accountCreatePhoneToken",
                Rest.Post("/account/tokens/phone", 201),
                Rest.Post("/account/sessions/phone", 201))
            .For(Scope.SessionsWrite).By(SignInMethod.Phone)
            .Limited(Limits.PerArgumentAndAddress(10, "phone")).Logged("session.create")
            .Handle((CreatePhoneTokenHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new CreatePhoneToken(call.Arguments.Text("userId"), call.Arguments.Text("phone")),
                    call.Context,
                    call.Cancellation));

        operations.Mutation("accountCreateRecovery", Rest.Post("/account/recovery", 201))
            .For(Scope.SessionsWrite)
            .Limited(Limits.PerArgumentAndAddress(10, "email")).Logged("recovery.create")
            .Handle((CreateRecoveryHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new CreateRecovery(call.Arguments.Text("email"), call.Arguments.Text("url")),
                    call.Context,
                    call.Cancellation));

        operations.Mutation("accountUpdateRecovery", Rest.Put("/account/recovery", 200))
            .For(Scope.SessionsWrite)
            .Limited(Limits.TenPer("userId")).Logged("recovery.update")
            .Handle((UpdateRecoveryHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new UpdateRecovery(
                        call.Arguments.Text("userId"),
                        call.Arguments.Text("secret"),
                        call.Arguments.Text("password")),
                    call.Context,
                    call.Cancellation));

        operations.Mutation(
                "accountCreateVerification",
                Rest.Post("/account/verification", 201),
                Rest.Post("/account/verifications/email", 201))
            .AlsoNamed("accountCreateEmailVerification")
            .For(Scope.Account).Limited(Limits.TenPerCaller).Logged("verification.create")
            .Handle((CreateVerificationHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new CreateVerification(call.Arguments.Text("url")), call.Context, call.Cancellation));

        operations.Mutation(
                "accountUpdateVerification",
                Rest.Put("/account/verification", 200),
                Rest.Put("/account/verifications/email", 200))
            .AlsoNamed("accountUpdateEmailVerification")
            .For(Scope.Public).Limited(Limits.TenPer("userId")).Logged("verification.update")
            .Handle((UpdateVerificationHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new UpdateVerification(call.Arguments.Text("userId"), call.Arguments.Text("secret")),
                    call.Context,
                    call.Cancellation));

        operations.Mutation(
                "accountCreatePhoneVerification",
                Rest.Post("/account/verification/phone", 201),
                Rest.Post("/account/verifications/phone", 201))
            .For(Scope.Account).By(SignInMethod.Phone)
            .Limited(Limits.TenPerCallerAndAddress).Logged("verification.create")
            .Handle((CreatePhoneVerificationHandler handler, OperationCall call) =>
                handler.HandleAsync(call.Context, call.Cancellation));

        operations.Mutation(
                "accountUpdatePhoneVerification",
                Rest.Put("/account/verification/phone", 200),
                Rest.Put("/account/verifications/phone", 200))
            .For(Scope.Public).Limited(Limits.TenPerUserAnywhere).Logged("verification.update")
            .Handle((UpdatePhoneVerificationHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new UpdatePhoneVerification(call.Arguments.Text("userId"), call.Arguments.Text("secret")),
                    call.Context,
                    call.Cancellation));
    }
}
