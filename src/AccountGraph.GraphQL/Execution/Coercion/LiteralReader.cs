using System.Collections.Immutable;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution.Coercion;

/// <summary>
/// Turns literals of a document or schema into values of a type
/// (<see href="https://spec.graphql.org/September2025/#sec-Scalars">3.5 to 3.12, "Input Coercion"</see>). Variables in
/// them have been coerced before.
/// </summary>
internal ref struct LiteralReader(BoundResolvers resolvers, VariableScope variables)
{
    /// <summary>The first thing that was wrong, or null.</summary>
    public string? Error { get; private set; }

    /// <summary>Where that stands in the document.</summary>
    public int ErrorStart { get; private set; }

    /// <summary>
    /// The value, null after an error, or <see cref="ArgumentValues.Absent"/> for a variable without value.
    /// </summary>
    public object? Read(GraphQLType type, ValueNode literal)
    {
        if (literal is ValueNode.Variable variable) return ReadVariable(type, variable);
        if (literal is ValueNode.Null)
            return type is NonNullType ? Fail(literal, InputRules.NullForNonNull(type)) : null;

        return type.Nullable switch
        {
            ListType list => ReadList(list, literal),
            InputObjectType input => ReadObject(input, literal),
            EnumType names => ReadEnum(names, literal),
            ScalarType scalar => ReadScalar(scalar, literal),
            _ => throw new ArgumentException($"{type} is not an input type.", nameof(type)),
        };
    }

    private object? ReadVariable(GraphQLType type, ValueNode.Variable variable)
    {
        var value = variables.Find(variable.Name);
        return value is null && type is NonNullType ? Fail(variable, InputRules.NullForNonNull(type)) : value;
    }

    private object? ReadList(ListType type, ValueNode literal)
    {
        // A single value stands for a list of one.
        if (literal is not ValueNode.List list)
        {
            var only = Read(type.ElementType, literal);
            return only == ArgumentValues.Absent ? null : new[] { only };
        }

        var items = new object?[list.Items.Length];
        for (var index = 0; index < items.Length; index++)
        {
            var item = Read(type.ElementType, list.Items[index]);
            if (item == ArgumentValues.Absent)
            {
                // A variable that was not given counts as null inside a list.
                item = null;
                if (type.ElementType is NonNullType)
                    return Fail(list.Items[index], InputRules.NullForNonNull(type.ElementType));
            }

            items[index] = item;
        }

        return items;
    }

    private object? ReadObject(InputObjectType type, ValueNode literal)
    {
        if (literal is not ValueNode.Object given) return Fail(literal, InputRules.Mismatch(type, Describe(literal)));

        var values = new OrderedDictionary<string, object?>(type.Fields.Count, StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            var node = Find(given.Fields, field.Name);
            var value = node is null ? ArgumentValues.Absent : Read(field.Type, node.Value);
            if (value == ArgumentValues.Absent && field.HasDefault) value = resolvers.DefaultOf(field);
            if (value != ArgumentValues.Absent) values.Add(field.Name, value);
            else if (field.Type is NonNullType) return Fail(literal, InputRules.MissingField(type, field));
        }

        foreach (var node in given.Fields)
            if (!type.Fields.Contains(node.Name)) return Fail(node, InputRules.UnknownField(type, node.Name));

        if (type.IsOneOf && (given.Fields.Length != 1 || values.Count != 1 || values.GetAt(0).Value is null))
            return Fail(literal, InputRules.WrongCount(type));

        return values;
    }

    private object? ReadEnum(EnumType type, ValueNode literal)
    {
        if (literal is not ValueNode.Enum name) return Fail(literal, InputRules.Mismatch(type, Describe(literal)));
        return type.Values[name.Name]?.Name ?? Fail(literal, InputRules.NotInEnum(type, name.Name));
    }

    private object? ReadScalar(ScalarType type, ValueNode literal)
    {
        if (type.Kind == ScalarKind.Custom) return ReadCustom(type, literal);

        var value = (type.Kind, literal) switch
        {
            (ScalarKind.Int, ValueNode.Int number) => InputRules.Int(number.Text),
            (ScalarKind.Float, ValueNode.Int number) => InputRules.Float(number.Text),
            (ScalarKind.Float, ValueNode.Float number) => InputRules.Float(number.Text),
            (ScalarKind.String or ScalarKind.Id, ValueNode.String text) => text.Value,
            (ScalarKind.Id, ValueNode.Int number) => number.Text,
            (ScalarKind.Boolean, ValueNode.Boolean flag) => Boxed.Of(flag.Value),
            _ => null,
        };
        return value ?? Fail(literal, InputRules.Mismatch(type, Describe(literal)));
    }

    private object? ReadCustom(ScalarType type, ValueNode literal)
    {
        var plain = ToPlain(literal);
        if (resolvers.Scalar(type) is not { } coercion) return plain;

        var value = coercion.ParseLiteral(literal, plain);
        return value is FieldError error ? Fail(literal, error.Message) : value;
    }

    /// <summary>What a literal without a type stands for in JSON; a variable without value is null.</summary>
    private readonly object? ToPlain(ValueNode literal)
    {
        switch (literal)
        {
            case ValueNode.Variable variable:
                var value = variables.Find(variable.Name);
                return value == ArgumentValues.Absent ? null : value;
            case ValueNode.Null:
                return null;
            case ValueNode.Boolean flag:
                return Boxed.Of(flag.Value);
            case ValueNode.Int number:
                return JsonValues.ToNumber(number.Text);
            case ValueNode.Float number:
                return JsonValues.ToNumber(number.Text);
            case ValueNode.String text:
                return text.Value;
            case ValueNode.Enum name:
                return name.Name;
            case ValueNode.List list:
                var items = new object?[list.Items.Length];
                for (var index = 0; index < items.Length; index++) items[index] = ToPlain(list.Items[index]);
                return items;
            case ValueNode.Object fields:
                var entries = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
                foreach (var field in fields.Fields) entries[field.Name] = ToPlain(field.Value);
                return entries;
            default:
                throw new ArgumentException("Not a literal.", nameof(literal));
        }
    }

    private static ObjectFieldNode? Find(ImmutableArray<ObjectFieldNode> fields, string name)
    {
        foreach (var field in fields)
            if (field.Name == name) return field;

        return null;
    }

    private object? Fail(SyntaxNode at, string error)
    {
        if (Error is null)
        {
            Error = error;
            ErrorStart = at.Start;
        }

        return null;
    }

    private static string Describe(ValueNode literal) => literal switch
    {
        ValueNode.Int number => number.Text,
        ValueNode.Float number => number.Text,
        ValueNode.String => "a string",
        ValueNode.Boolean flag => flag.Value ? "true" : "false",
        ValueNode.Enum name => name.Name,
        ValueNode.List => "a list",
        ValueNode.Object => "an object",
        _ => "null",
    };
}
