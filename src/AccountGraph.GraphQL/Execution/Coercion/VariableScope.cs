namespace AccountGraph.GraphQL.Execution.Coercion;

/// <summary>The values of an operation's variables by name, for literals that mention them.</summary>
internal readonly struct VariableScope(Dictionary<string, int> indexes, object?[] values)
{
    /// <summary>No variables: for the constants of a schema.</summary>
    public static readonly VariableScope None = new([], []);

    /// <summary>The value, or <see cref="ArgumentValues.Absent"/> when it was not given.</summary>
    public object? Find(string name) =>
        indexes.TryGetValue(name, out var index) ? values[index] : ArgumentValues.Absent;
}
