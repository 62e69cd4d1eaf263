using AccountGraph.Accounts.Targets;

namespace AccountGraph.Gateway.Operations;

/// <summary>Devices that receive push messages.</summary>
internal static class TargetOperations
{
    public static void Declare(OperationTable operations)
    {
        operations.Mutation("accountCreatePushTarget", Rest.Post("/account/targets/push", 201))
            .For(Scope.TargetsWrite).Logged("target.create")
            .Handle((CreatePushTargetHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new CreatePushTarget(
                        call.Arguments.Text("targetId"),
                        call.Arguments.Text("identifier"),
                        call.Arguments.OptionalText("providerId")),
                    call.Context,
                    call.Cancellation));

        operations.Mutation("accountUpdatePushTarget", Rest.Put("/account/targets/{targetId}/push", 200))
            .For(Scope.TargetsWrite).Logged("target.update")
            .Handle((UpdatePushTargetHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new UpdatePushTarget(call.Arguments.Text("targetId"), call.Arguments.Text("identifier")),
                    call.Context,
                    call.Cancellation));

        operations.Mutation("accountDeletePushTarget", Rest.Delete("/account/targets/{targetId}/push"))
            .For(Scope.TargetsWrite).Logged("target.delete")
            .Handle((DeletePushTargetHandler handler, OperationCall call) =>
                handler.HandleAsync(
                    new DeletePushTarget(call.Arguments.Text("targetId")), call.Context, call.Cancellation));
    }
}
