namespace AccountGraph.Gateway.Operations;

/// <summary>All rows. Built once at start-up; a name that stands twice stops the process.</summary>
internal sealed class OperationTable(IServiceProvider services)
{
    private readonly List<Operation> _operations = [];
    private readonly Dictionary<string, Operation> _byName = new(StringComparer.Ordinal);

    public IServiceProvider Services => services;

    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>Rows by GraphQL field, second names included.</summary>
    public IReadOnlyDictionary<string, Operation> ByName => _byName;

    public OperationBuilder Query(string name, params RestRoute[] routes) => new(this, name, isMutation: false, routes);

    public OperationBuilder Mutation(string name, params RestRoute[] routes) =>
        new(this, name, isMutation: true, routes);

    public void Add(Operation operation)
    {
        _operations.Add(operation);
        foreach (var name in operation.OtherNames.Prepend(operation.Name))
        {
            if (!_byName.TryAdd(name, operation))
            {
                throw new InvalidOperationException($"Two rows declare the operation {name}.");
            }
        }
    }
}
