using AccountGraph.Gateway.RateLimits;

namespace AccountGraph.Gateway.Operations;

/// <summary>Second factors.</summary>
internal static class MfaOperations
{
    public static void Declare(OperationTable operations)
    {
        operations.Mutation("accountUpdateMFA", Rest.Patch("/account/mfa", 200))
            .For(Scope.Account).Logged("user.update").Timestamped()
            .NotBuiltYet();

        operations.Query("accountListMfaFactors", Rest.Get("/account/mfa/factors"))
            .For(Scope.Account).OpenToPending()
            .NotBuiltYet();

        operations.Mutation("accountCreateMfaAuthenticator", Rest.Post("/account/mfa/authenticators/{type}", 200))
            .For(Scope.Account).Logged("user.update")
            .NotBuiltYet();

        operations.Mutation("accountUpdateMfaAuthenticator", Rest.Put("/account/mfa/authenticators/{type}", 200))
            .For(Scope.Account).Logged("user.update")
            .NotBuiltYet();

        operations.Mutation("accountDeleteMfaAuthenticator", Rest.Delete("/account/mfa/authenticators/{type}"))
            .For(Scope.Account).WithFreshFactor().Logged("user.update")
            .NotBuiltYet();

        operations.Mutation("accountCreateMfaChallenge", Rest.Post("/account/mfa/challenge", 201))
            .For(Scope.Account).OpenToPending().Limited(Limits.TenPerCaller).Logged("challenge.create")
            .NotBuiltYet();

        operations.Mutation("accountUpdateMfaChallenge", new RestRoute("PUT", "/account/mfa/challenge", 204))
            .For(Scope.Account).OpenToPending().Limited(Limits.TenPer("challengeId")).Logged("challenges.update")
            .NotBuiltYet();

        operations.Mutation("accountCreateMfaRecoveryCodes", Rest.Post("/account/mfa/recovery-codes", 201))
            .For(Scope.Account).Logged("user.update")
            .NotBuiltYet();

        operations.Query("accountGetMfaRecoveryCodes", Rest.Get("/account/mfa/recovery-codes"))
            .For(Scope.Account).WithFreshFactor()
            .NotBuiltYet();

        operations.Mutation("accountUpdateMfaRecoveryCodes", Rest.Patch("/account/mfa/recovery-codes", 200))
            .For(Scope.Account).WithFreshFactor().Logged("user.update")
            .NotBuiltYet();
    }
}
