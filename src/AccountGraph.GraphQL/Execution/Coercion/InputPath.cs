namespace AccountGraph.GraphQL.Execution.Coercion;

/// <summary>Where a value stands in its variable: a field's name, or an index where that is null.</summary>
internal sealed class InputPath(InputPath? parent, string? field, int index)
{
    public override string ToString() =>
        field is null ? $"{parent}[{index}]" : parent is null ? field : $"{parent}.{field}";
}
