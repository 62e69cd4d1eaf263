namespace AccountGraph.Gateway.Operations;

/// <summary>Devices that receive push messages.</summary>
internal static class TargetOperations
{
    public static void Declare(OperationTable operations)
    {
        operations.Mutation("accountCreatePushTarget", Rest.Post("/account/targets/push", 201))
            .For(Scope.TargetsWrite).Logged("target.create")
            .NotBuiltYet();

        operations.Mutation("accountUpdatePushTarget", Rest.Put("/account/targets/{targetId}/push", 200))
            .For(Scope.TargetsWrite).Logged("target.update")
            .NotBuiltYet();

        operations.Mutation("accountDeletePushTarget", Rest.Delete("/account/targets/{targetId}/push"))
            .For(Scope.TargetsWrite).Logged("target.delete")
            .NotBuiltYet();
    }
}
