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
            .NotBuiltYet();

        operations.Mutation("accountCreateEmailToken", Rest.Post("/account/tokens/email", 201))
            .For(Scope.SessionsWrite).By(SignInMethod.EmailOtp)
            .Limited(Limits.TenPer("email")).Logged("session.create")
            .NotBuiltYet();

        operations.Mutation(
                "accountCreatePhoneToken",
                Rest.Post("/account/tokens/phone", 201),
                Rest.Post("/account/sessions/phone", 201))
            .For(Scope.SessionsWrite).By(SignInMethod.Phone)
            .Limited(Limits.PerArgumentAndAddress(10, "phone")).Logged("session.create")
            .NotBuiltYet();

        operations.Mutation("accountCreateRecovery", Rest.Post("/account/recovery", 201))
            .For(Scope.SessionsWrite)
            .Limited(Limits.PerArgumentAndAddress(10, "email")).Logged("recovery.create")
            .NotBuiltYet();

        operations.Mutation("accountUpdateRecovery", Rest.Put("/account/recovery", 200))
            .For(Scope.SessionsWrite)
            .Limited(Limits.TenPer("userId")).Logged("recovery.update")
            .NotBuiltYet();

        operations.Mutation("accountCreateVerification", Rest.Post("/account/verification", 201))
            .For(Scope.Account).Limited(Limits.TenPerCaller).Logged("verification.create")
            .NotBuiltYet();

        operations.Mutation("accountUpdateVerification", Rest.Put("/account/verification", 200))
            .For(Scope.Public).Limited(Limits.TenPer("userId")).Logged("verification.update")
            .NotBuiltYet();

        operations.Mutation("accountCreatePhoneVerification", Rest.Post("/account/verification/phone", 201))
            .For(Scope.Account).By(SignInMethod.Phone)
            .Limited(Limits.TenPerCallerAndAddress).Logged("verification.create")
            .NotBuiltYet();

        operations.Mutation("accountUpdatePhoneVerification", Rest.Put("/account/verification/phone", 200))
            .For(Scope.Public).Limited(Limits.TenPerUserAnywhere).Logged("verification.update")
            .NotBuiltYet();
    }
}
