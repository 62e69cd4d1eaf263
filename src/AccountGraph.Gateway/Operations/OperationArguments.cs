using AccountGraph.Accounts;

namespace AccountGraph.Gateway.Operations;

/// <summary>The arguments of a call by name, already of the types that the schema gives them, from a GraphQL
/// field or from a REST body alike.</summary>
internal abstract class OperationArguments
{
    /// <summary>Why an argument does not fit its type; null when all do. GraphQL finds this out by itself.</summary>
    public virtual AccountError? Error => null;

    /// <summary>The value, or null when it is absent or null: the contract treats both alike.</summary>
    public abstract object? this[string name] { get; }

    /// <summary>A mandatory text argument.</summary>
    public string Text(string name) => (string)this[name]!;

    public string? OptionalText(string name) => (string?)this[name];

    /// <summary>A mandatory Boolean argument.</summary>
    public bool Flag(string name) => (bool)this[name]!;

    public bool? OptionalFlag(string name) => (bool?)this[name];

    public IReadOnlyList<string?>? OptionalTexts(string name) =>
        this[name] is IReadOnlyList<object?> values ? [.. values.Cast<string?>()] : null;
}
