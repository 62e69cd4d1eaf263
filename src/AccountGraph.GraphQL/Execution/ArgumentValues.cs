using System.Diagnostics.CodeAnalysis;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// The coerced arguments of one field by name. An argument that was not given and has no default is absent, which is
/// not the same as null (<see href="https://spec.graphql.org/September2025/#CoerceArgumentValues()">6.4.1</see>).
/// </summary>
/// <remarks>
/// Int is <see cref="int"/>, Float <see cref="double"/>, String, ID and enums <see cref="string"/>, Boolean
/// <see cref="bool"/>, lists <c>IReadOnlyList&lt;object?&gt;</c>, input objects
/// <c>IReadOnlyDictionary&lt;string, object?&gt;</c>, custom scalars what their <see cref="ScalarCoercion"/> makes of
/// them. A name the field does not define is a programming error and throws.
/// </remarks>
public readonly struct ArgumentValues
{
    /// <summary>Stands in the array for an argument that is absent.</summary>
    internal static readonly object Absent = new();

    private readonly NameMap<InputValue> _definitions;
    private readonly object?[] _values;

    internal ArgumentValues(NameMap<InputValue> definitions, object?[] values)
    {
        _definitions = definitions;
        _values = values;
    }

    /// <summary>The number of arguments that are present.</summary>
    public int Count => _values is null ? 0 : _values.Count(value => value != Absent);

    /// <summary>The value, or null when it is null or absent.</summary>
    public object? this[string name] => TryGet(name, out var value) ? value : null;

    /// <summary>Whether the argument is present; its value may be null.</summary>
    public bool TryGet(string name, out object? value)
    {
        value = _values[IndexOf(name)];
        if (value != Absent) return true;

        value = null;
        return false;
    }

    public bool IsPresent(string name) => TryGet(name, out _);

    /// <summary>The value of a String, ID or enum argument.</summary>
    public string? Text(string name) => (string?)this[name];

    /// <summary>The value of a Boolean argument.</summary>
    public bool? Flag(string name) => (bool?)this[name];

    /// <summary>The value of an Int argument.</summary>
    public int? Integer(string name) => (int?)this[name];

    /// <summary>The value of a Float argument.</summary>
    public double? Number(string name) => (double?)this[name];

    /// <summary>The value of a list argument.</summary>
    public IReadOnlyList<object?>? List(string name) => (IReadOnlyList<object?>?)this[name];

    /// <summary>The value of an input object argument; absent fields without a default are not in it.</summary>
    public IReadOnlyDictionary<string, object?>? InputObject(string name) =>
        (IReadOnlyDictionary<string, object?>?)this[name];

    /// <summary>All that are present, in the order of their definition.</summary>
    public IReadOnlyDictionary<string, object?> ToDictionary()
    {
        var present = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        for (var index = 0; index < (_values?.Length ?? 0); index++)
            if (_values![index] != Absent) present.Add(_definitions[index].Name, _values[index]);

        return present;
    }

    // Fields have a handful of arguments: comparing their names in turn is quicker than hashing one.
    private int IndexOf(string name)
    {
        if (_definitions is not null)
        {
            var definitions = _definitions.Items;
            for (var index = 0; index < definitions.Length; index++)
                if (string.Equals(definitions[index].Name, name, StringComparison.Ordinal)) return index;
        }

        ThrowUnknown(name);
        return -1;
    }

    [DoesNotReturn]
    private static void ThrowUnknown(string name) =>
        throw new ArgumentException($"The field has no argument \"{name}\".", nameof(name));
}
