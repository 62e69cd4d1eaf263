using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Execution.Coercion;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Planning;

/// <summary>
/// The arguments of a field: coerced once where no variable takes part, else with each request
/// (<see href="https://spec.graphql.org/September2025/#CoerceArgumentValues()">6.4.1</see>).
/// </summary>
internal sealed class ArgumentsPlan
{
    /// <summary>For fields that define none.</summary>
    public static readonly ArgumentsPlan None = new(null!, NameMap<InputValue>.Empty, [], []);

    private readonly PlanningScope _scope;
    private readonly NameMap<InputValue> _definitions;
    private readonly ValueNode?[] _literals;
    private readonly object?[]? _constants;

    private ArgumentsPlan(
        PlanningScope scope, NameMap<InputValue> definitions, ValueNode?[] literals, object?[]? constants)
    {
        _scope = scope;
        _definitions = definitions;
        _literals = literals;
        _constants = constants;
    }

    /// <summary>Whether values depend on variables.</summary>
    public bool IsVariable => _constants is null;

    public static ArgumentsPlan Create(PlanningScope scope, FieldDefinition field, SelectionNode.Field selection)
    {
        var definitions = field.Arguments;
        if (definitions.Count == 0) return None;

        var literals = new ValueNode?[definitions.Count];
        foreach (var argument in selection.Arguments)
            if (definitions[argument.Name] is { } definition) literals[definition.Index] = argument.Value;

        var plan = new ArgumentsPlan(scope, definitions, literals, null);
        // A constant that cannot be coerced is tried again with each request, to report it there.
        return Array.Exists(literals, literal => literal is not null && MentionsVariable(literal))
               || !plan.TryCoerce([], out var constants, out _)
            ? plan
            : new ArgumentsPlan(scope, definitions, literals, constants);
    }

    public bool TryGetValues(object?[] variables, out ArgumentValues values, out GraphQLError? error)
    {
        error = null;
        var coerced = _constants;
        if (coerced is not null || TryCoerce(variables, out coerced, out error))
        {
            values = new ArgumentValues(_definitions, coerced!);
            return true;
        }

        values = default;
        return false;
    }

    private bool TryCoerce(object?[] variables, out object?[]? values, out GraphQLError? error)
    {
        error = null;
        values = new object?[_literals.Length];
        var reader = new LiteralReader(_scope.Resolvers, new VariableScope(_scope.VariableIndexes, variables));
        for (var index = 0; index < _literals.Length; index++)
        {
            var definition = _definitions[index];
            var value = _literals[index] is { } literal ? reader.Read(definition.Type, literal) : ArgumentValues.Absent;
            if (reader.Error is not null)
            {
                error = Invalid(definition, reader.Error, reader.ErrorStart);
                return false;
            }

            if (value == ArgumentValues.Absent && definition.HasDefault) value = _scope.Resolvers.DefaultOf(definition);
            if (value == ArgumentValues.Absent && definition.Type is NonNullType)
            {
                error = Invalid(definition, InputRules.NotProvided(definition.Type), _literals[index]?.Start ?? 0);
                return false;
            }

            values[index] = value;
        }

        return true;
    }

    private GraphQLError Invalid(InputValue definition, string problem, int start) =>
        new($"Argument \"{definition.Name}\" has an invalid value. {problem}")
        {
            Locations = [_scope.Document.Locate(start)],
        };

    private static bool MentionsVariable(ValueNode literal) => literal switch
    {
        ValueNode.Variable => true,
        ValueNode.List list => list.Items.Any(MentionsVariable),
        ValueNode.Object fields => fields.Fields.Any(field => MentionsVariable(field.Value)),
        _ => false,
    };
}
