namespace AccountGraph.Gateway.Operations;

/// <summary>Every operation of the product.</summary>
internal static class OperationRows
{
    public static OperationTable Build(IServiceProvider services)
    {
        var operations = new OperationTable(services);
        AccountOperations.Declare(operations);
        SessionOperations.Declare(operations);
        TokenOperations.Declare(operations);
        MfaOperations.Declare(operations);
        TargetOperations.Declare(operations);
        return operations;
    }
}
