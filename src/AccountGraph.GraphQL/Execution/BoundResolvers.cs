using System.Collections.Frozen;
using AccountGraph.GraphQL.Execution.Bindings;
using AccountGraph.GraphQL.Execution.Coercion;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution;

/// <summary>A <see cref="ResolverMap"/> that was checked against a schema, ready for planning.</summary>
internal sealed class BoundResolvers
{
    private readonly GraphQLSchema _schema;
    private readonly FieldBinding _default;
    private readonly FrozenDictionary<(string Type, string Field), FieldBinding> _fields;
    private readonly FrozenDictionary<(string Type, string Field), FieldResolver> _streams;
    private readonly FrozenDictionary<(string Type, string Field), FieldCost> _costs;
    private readonly FrozenDictionary<string, Type> _objects;
    private readonly FrozenDictionary<string, TypeResolver> _types;
    private readonly FrozenDictionary<string, ScalarCoercion> _scalars;

    public BoundResolvers(
        GraphQLSchema schema,
        FieldBinding fallback,
        Dictionary<(string Type, string Field), FieldBinding> fields,
        Dictionary<(string Type, string Field), FieldResolver> streams,
        Dictionary<(string Type, string Field), FieldCost> costs,
        Dictionary<string, Type> objects,
        Dictionary<string, TypeResolver> types,
        Dictionary<string, ScalarCoercion> scalars)
    {
        _schema = schema;
        _default = fallback;
        _fields = fields.ToFrozenDictionary();
        _streams = streams.ToFrozenDictionary();
        _costs = costs.ToFrozenDictionary();
        _objects = objects.ToFrozenDictionary();
        _types = types.ToFrozenDictionary();
        _scalars = scalars.ToFrozenDictionary();

        var mistakes = Check().ToList();
        if (mistakes.Count > 0)
            throw new ArgumentException($"The resolvers do not fit the schema: {string.Join("; ", mistakes)}.");
    }

    public FieldBinding Binding(ObjectType type, FieldDefinition field) =>
        _fields.GetValueOrDefault((type.Name, field.Name)) ?? _default;

    public FieldResolver? Stream(ObjectType type, FieldDefinition field) =>
        _streams.GetValueOrDefault((type.Name, field.Name));

    public FieldCost? Cost(CompositeType type, FieldDefinition field) =>
        _costs.GetValueOrDefault((type.Name, field.Name));

    public ScalarCoercion? Scalar(NamedType scalar) => _scalars.GetValueOrDefault(scalar.Name);

    /// <summary>The default of an argument or input field, custom scalars in it read by their coercion.</summary>
    public object? DefaultOf(InputValue input) => input.Type.Named is InputObjectType or ScalarType { Kind: ScalarKind.Custom }
        ? new LiteralReader(this, VariableScope.None).Read(input.Type, input.DefaultLiteral!)
        : input.DefaultValue;

    /// <summary>The name of a value's object type, or null.</summary>
    public string? TypeOf(CompositeType type, object value)
    {
        if (_types.TryGetValue(type.Name, out var resolver)) return resolver(value);

        foreach (var possible in type.PossibleTypes)
            if (_objects.TryGetValue(possible.Name, out var bound) && bound.IsInstanceOfType(value)) return possible.Name;

        return PropertyReader.TryRead(value, "__typename", out var name) && name is not null
            ? JsonValues.ToText(name)
            : null;
    }

    private IEnumerable<string> Check()
    {
        foreach (var (type, field) in _fields.Keys.Concat(_streams.Keys).Concat(_costs.Keys).Distinct())
            if (Find(type, field) is null) yield return $"{type}.{field} is not in the schema";

        foreach (var ((type, field), binding) in _fields)
            if (Find(type, field) is { } definition && binding.Refuse(definition) is { } reason)
                yield return $"{type}.{field} {reason}";

        foreach (var name in _objects.Keys)
        {
            if (_schema.Types[name] is not ObjectType type)
            {
                yield return $"{name} is not an object type of the schema";
                continue;
            }

            foreach (var field in type.Fields)
                if (!_fields.ContainsKey((name, field.Name))) yield return $"{name}.{field.Name} is not bound";
        }

        foreach (var name in _types.Keys)
            if (_schema.Types[name] is not (InterfaceType or UnionType))
                yield return $"{name} is not an interface or union of the schema";

        foreach (var name in _scalars.Keys)
            if (_schema.Types[name] is not ScalarType { Kind: ScalarKind.Custom })
                yield return $"{name} is not a custom scalar of the schema";
    }

    private FieldDefinition? Find(string type, string field) =>
        _schema.Types[type] is CompositeType composite ? _schema.FindField(composite, field) : null;
}
