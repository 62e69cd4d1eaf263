using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Execution.Coercion;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Planning;

/// <summary>What planning one operation of a valid document needs to look up.</summary>
internal sealed class PlanningScope
{
    private readonly Dictionary<string, DefinitionNode.Fragment> _fragments;

    public PlanningScope(
        GraphQLSchema schema, BoundResolvers resolvers, DocumentNode document, DefinitionNode.Operation operation)
    {
        Schema = schema;
        Resolvers = resolvers;
        Document = document;
        _fragments = document.Definitions.OfType<DefinitionNode.Fragment>().ToDictionary(fragment => fragment.Name);
        Variables = [.. operation.Variables.Select(Plan)];
        for (var index = 0; index < Variables.Length; index++) VariableIndexes.Add(Variables[index].Name, index);
    }

    public GraphQLSchema Schema { get; }

    public BoundResolvers Resolvers { get; }

    public DocumentNode Document { get; }

    public VariablePlan[] Variables { get; }

    public Dictionary<string, int> VariableIndexes { get; } = new(StringComparer.Ordinal);

    /// <summary>The variables that <c>@skip</c> and <c>@include</c> depend on, by index.</summary>
    public HashSet<int> ConditionVariables { get; } = [];

    /// <summary>The values of a request that gives no variables.</summary>
    public object?[] AbsentVariables() =>
        Array.ConvertAll(Variables, variable => variable.HasDefault ? variable.Default : ArgumentValues.Absent);

    public DefinitionNode.Fragment Fragment(string name) => _fragments[name];

    /// <summary>The type that a fragment's condition names; without one, the type it stands in.</summary>
    public CompositeType Condition(TypeNode.Named? condition, CompositeType surrounding) =>
        condition is null ? surrounding : (CompositeType)Schema.Types[condition.Name]!;

    private VariablePlan Plan(VariableDefinitionNode variable)
    {
        var type = Resolve(variable.Type);
        return new VariablePlan(variable.Name, type, Document.Source, variable.Start)
        {
            HasDefault = variable.DefaultValue is not null,
            Default = variable.DefaultValue is null
                ? null
                : new LiteralReader(Resolvers, VariableScope.None).Read(type, variable.DefaultValue),
        };
    }

    private GraphQLType Resolve(TypeNode type) => type switch
    {
        TypeNode.NonNull nonNull => new NonNullType(Resolve(nonNull.NullableType)),
        TypeNode.List list => new ListType(Resolve(list.ElementType)),
        TypeNode.Named named => Schema.Types[named.Name]!,
        _ => throw new ArgumentException("Not a type.", nameof(type)),
    };
}
