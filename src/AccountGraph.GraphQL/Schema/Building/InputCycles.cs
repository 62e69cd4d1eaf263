using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>
/// A value of every input object can be written down in the end: no circle of required input objects, no default
/// value that contains itself
/// (<see href="https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References">3.10</see>).
/// </summary>
internal sealed class InputCycles(SchemaDraft draft, SchemaErrorList errors)
{
    private const string Rule = "InputObjectCyclesRule";

    private readonly HashSet<object> _done = [];
    private readonly HashSet<object> _open = [];

    public static void Check(SchemaDraft draft, SchemaErrorList errors)
    {
        var cycles = new InputCycles(draft, errors);
        foreach (var type in draft.Types.OfType<InputObjectType>()) cycles.Require(type);
        foreach (var type in draft.Types.OfType<InputObjectType>()) cycles.Default(type, value: null);
    }

    private void Require(InputObjectType type)
    {
        if (!_done.Add(type)) return;

        _open.Add(type);
        foreach (var field in type.Fields)
        {
            if (field.Type is not NonNullType { Nullable: InputObjectType next }) continue;

            if (_open.Contains(next)) errors.Add(Rule, SchemaErrors.InputCycle(type, field), draft.NodeOf(field));
            else Require(next);
        }

        _open.Remove(type);
    }

    /// <summary>Follows the defaults that fill a value of the type; null stands for an object without fields.</summary>
    private void Default(InputObjectType type, ValueNode? value)
    {
        switch (value)
        {
            case ValueNode.List list:
                foreach (var item in list.Items) Default(type, item);
                break;
            case ValueNode.Object or null:
                var given = (value as ValueNode.Object)?.Fields ?? [];
                foreach (var field in type.Fields)
                {
                    if (field.Type.Named is not InputObjectType next) continue;

                    var entry = given.FirstOrDefault(entry => entry.Name == field.Name);
                    if (entry is not null) Default(next, entry.Value);
                    else if (field.HasDefault) FieldDefault(type, field, next);
                }

                break;
        }
    }

    private void FieldDefault(InputObjectType type, InputValue field, InputObjectType fieldType)
    {
        if (_open.Contains(field)) errors.Add(Rule, SchemaErrors.DefaultCycle(type, field), draft.NodeOf(field));
        if (!_done.Add(field)) return;

        _open.Add(field);
        Default(fieldType, field.DefaultLiteral);
        _open.Remove(field);
    }
}
