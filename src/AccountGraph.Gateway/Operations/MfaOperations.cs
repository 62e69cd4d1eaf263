using AccountGraph.Accounts.Mfa;
using AccountGraph.Gateway.RateLimits;

namespace AccountGraph.Gateway.Operations;

/// <summary>Second factors.</summary>
internal static class MfaOperations
{
    public static void Declare(OperationTable operations)
    {
        operations.Mutation("accountUpdateMFA", Rest.Patch("/account/mfa", 200))
            .For(Scope.Account).Logged("user.update").Timestamped()
            .Handle((UpdateMFAHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new UpdateMFA(call.Arguments.Flag("mfa")), call.Context, call.Cancellation));

        operations.Query("accountListMfaFactors", Rest.Get("/account/mfa/factors"))
            .AlsoNamed("accountListMFAFactors")
            .For(Scope.Account).OpenToPending()
            .Handle((ListMfaFactorsHandler handler, OperationCall call) =>
                handler.HandleAsync(call.Context, call.Cancellation));

        operations.Mutation("accountCreateMfaAuthenticator", Rest.Post("/account/mfa/authenticators/{type}", 200))
            .AlsoNamed("accountCreateMFAAuthenticator")
            .For(Scope.Account).Logged("user.update")
            .Handle((CreateMfaAuthenticatorHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new CreateMfaAuthenticator(call.Arguments.Text("type")), call.Context, call.Cancellation));

        operations.Mutation("accountUpdateMfaAuthenticator", Rest.Put("/account/mfa/authenticators/{type}", 200))
            .AlsoNamed("accountUpdateMFAAuthenticator")
            .For(Scope.Account).Logged("user.update")
            .Handle((UpdateMfaAuthenticatorHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new UpdateMfaAuthenticator(call.Arguments.Text("type"), call.Arguments.Text("otp")),
                    call.Context,
                    call.Cancellation));

        operations.Mutation("accountDeleteMfaAuthenticator", Rest.Delete("/account/mfa/authenticators/{type}"))
            .AlsoNamed("accountDeleteMFAAuthenticator")
            .For(Scope.Account).WithFreshFactor().Logged("user.update")
            .Handle((DeleteMfaAuthenticatorHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new DeleteMfaAuthenticator(call.Arguments.Text("type")), call.Context, call.Cancellation));

        operations.Mutation(
                "accountCreateMfaChallenge",
                Rest.Post("/account/mfa/challenge", 201),
                Rest.Post("/account/mfa/challenges", 201))
            .AlsoNamed("accountCreateMFAChallenge")
            .For(Scope.Account).OpenToPending().Limited(Limits.TenPerCaller).Logged("challenge.create")
            .Handle((CreateMfaChallengeHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new CreateMfaChallenge(call.Arguments.Text("factor")), call.Context, call.Cancellation));

        operations.Mutation(
                "accountUpdateMfaChallenge",
                new RestRoute("PUT", "/account/mfa/challenge", 204),
                new RestRoute("PUT", "/account/mfa/challenges", 204))
            .AlsoNamed("accountUpdateMFAChallenge")
            .For(Scope.Account).OpenToPending().Limited(Limits.TenPer("challengeId")).Logged("challenges.update")
            .Handle((UpdateMfaChallengeHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new UpdateMfaChallenge(call.Arguments.Text("challengeId"), call.Arguments.Text("otp")),
                    call.Context,
                    call.Cancellation));

        operations.Mutation("accountCreateMfaRecoveryCodes", Rest.Post("/account/mfa/recovery-codes", 201))
            .AlsoNamed("accountCreateMFARecoveryCodes")
            .For(Scope.Account).Logged("user.update")
            .Handle((CreateMfaRecoveryCodesHandler handler, OperationCall call) =>
                handler.HandleAsync(call.Context, call.Cancellation));

        operations.Query("accountGetMfaRecoveryCodes", Rest.Get("/account/mfa/recovery-codes"))
            .AlsoNamed("accountGetMFARecoveryCodes")
            .For(Scope.Account).WithFreshFactor()
            .Handle((GetMfaRecoveryCodesHandler handler, OperationCall call) =>
                handler.HandleAsync(call.Context, call.Cancellation));

        operations.Mutation("accountUpdateMfaRecoveryCodes", Rest.Patch("/account/mfa/recovery-codes", 200))
            .AlsoNamed("accountUpdateMFARecoveryCodes")
            .For(Scope.Account).WithFreshFactor().Logged("user.update")
            .Handle((UpdateMfaRecoveryCodesHandler handler, OperationCall call) =>
                handler.HandleAsync(call.Context, call.Cancellation));
    }
}
