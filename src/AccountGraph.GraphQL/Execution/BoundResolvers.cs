using AccountGraph.GraphQL.Execution.Bindings;
using AccountGraph.GraphQL.Execution.Coercion;
using AccountGraph.GraphQL.Introspection;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Execution;

/// <summary>A <see cref="ResolverMap"/> that was checked against a schema, ready for planning.</summary>
internal sealed class BoundResolvers
{
    private readonly GraphQLSchema _schema;
    private readonly ResolverEntries _entries;

    /// <exception cref="ArgumentException">An entry does not fit the schema; the message lists every one.</exception>
    public BoundResolvers(GraphQLSchema schema, ResolverEntries entries)
    {
        _schema = schema;
        _entries = entries.With(IntrospectionResolvers.Create(schema).Entries);
        var mistakes = Check().ToList();
        if (mistakes.Count > 0)
            throw new ArgumentException($"The resolvers do not fit the schema: {string.Join("; ", mistakes)}.");
    }

    public FieldBinding Binding(ObjectType type, FieldDefinition field) =>
        _entries.Fields.GetValueOrDefault((type.Name, field.Name)) ?? _entries.Default;

    public FieldResolver? Stream(ObjectType type, FieldDefinition field) =>
        _entries.Streams.GetValueOrDefault((type.Name, field.Name));

    public FieldCost? Cost(CompositeType type, FieldDefinition field) =>
        _entries.Costs.GetValueOrDefault((type.Name, field.Name));

    public ScalarCoercion? Scalar(NamedType scalar) => _entries.Scalars.GetValueOrDefault(scalar.Name);

    /// <summary>The default of an argument or input field, custom scalars in it read by their coercion.</summary>
    public object? DefaultOf(InputValue input) =>
        input.Type.Named is InputObjectType or ScalarType { Kind: ScalarKind.Custom }
            ? new LiteralReader(this, VariableScope.None).Read(input.Type, input.DefaultLiteral!)
            : input.DefaultValue;

    /// <summary>The name of a value's object type, or null.</summary>
    public string? TypeOf(CompositeType type, object value)
    {
        if (_entries.Types.TryGetValue(type.Name, out var resolver)) return resolver(value);

        foreach (var possible in type.PossibleTypes)
        {
            var bound = _entries.Objects.GetValueOrDefault(possible.Name);
            if (bound is not null && bound.IsInstanceOfType(value)) return possible.Name;
        }

        return PropertyReader.TryRead(value, "__typename", out var name) && name is not null
            ? JsonValues.ToText(name)
            : null;
    }

    private IEnumerable<string> Check()
    {
        var fields = _entries.Fields.Keys.Concat(_entries.Streams.Keys).Concat(_entries.Costs.Keys).Distinct();
        foreach (var (type, field) in fields)
            if (Find(type, field) is null) yield return $"{type}.{field} is not in the schema";

        foreach (var ((type, field), binding) in _entries.Fields)
            if (Find(type, field) is { } definition && binding.Refuse(definition) is { } reason)
                yield return $"{type}.{field} {reason}";

        foreach (var name in _entries.Objects.Keys)
        {
            if (_schema.Types[name] is not ObjectType type)
            {
                yield return $"{name} is not an object type of the schema";
                continue;
            }

            foreach (var field in type.Fields)
                if (!_entries.Fields.ContainsKey((name, field.Name))) yield return $"{name}.{field.Name} is not bound";
        }

        foreach (var name in _entries.Types.Keys)
            if (_schema.Types[name] is not (InterfaceType or UnionType))
                yield return $"{name} is not an interface or union of the schema";

        foreach (var name in _entries.Scalars.Keys)
            if (_schema.Types[name] is not ScalarType { Kind: ScalarKind.Custom })
                yield return $"{name} is not a custom scalar of the schema";
    }

    private FieldDefinition? Find(string type, string field) =>
        _schema.Types[type] is CompositeType composite ? _schema.FindField(composite, field) : null;
}
