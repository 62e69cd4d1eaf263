using System.Collections.Immutable;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation;

/// <summary>What the rules know about the document while it is checked, and where they tell what is wrong.</summary>
internal sealed class ValidationContext
{
    private readonly ValidationOptions _options;
    private readonly ImmutableArray<GraphQLError>.Builder _errors = ImmutableArray.CreateBuilder<GraphQLError>();
    private readonly Dictionary<string, DefinitionNode.Fragment> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<DefinitionNode, DefinitionUses> _uses = [];
    private readonly Dictionary<DefinitionNode.Operation, List<VariableUse>> _variableUses = [];
    private int _suggestions;

    public ValidationContext(GraphQLSchema schema, DocumentNode document, ValidationOptions options)
    {
        Schema = schema;
        Document = document;
        _options = options;
        foreach (var definition in document.Definitions)
        {
            if (definition is DefinitionNode.Fragment fragment) _fragments.TryAdd(fragment.Name, fragment);
        }
    }

    public GraphQLSchema Schema { get; }

    public DocumentNode Document { get; }

    public ImmutableArray<GraphQLError> Errors => _errors.ToImmutable();

    /// <summary>Whether further errors would not be told, so that looking for them is in vain.</summary>
    public bool IsFull => _errors.Count >= _options.MaxErrors;

    public IEnumerable<DefinitionNode.Operation> Operations => Document.Definitions.OfType<DefinitionNode.Operation>();

    public IEnumerable<DefinitionNode.Fragment> Fragments => Document.Definitions.OfType<DefinitionNode.Fragment>();

    public DefinitionNode.Fragment? FindFragment(string name) => _fragments.GetValueOrDefault(name);

    /// <summary>The type that a document writes, or null when it names an unknown one.</summary>
    public GraphQLType? TypeOf(TypeNode node) => node switch
    {
        TypeNode.Named named => Schema.Types[named.Name],
        TypeNode.List list => TypeOf(list.ElementType) is { } element ? new ListType(element) : null,
        TypeNode.NonNull nonNull => TypeOf(nonNull.NullableType) is { } type ? new NonNullType(type) : null,
        _ => null,
    };

    /// <summary>What a definition itself uses; filled by the walk.</summary>
    public DefinitionUses UsesOf(DefinitionNode definition)
    {
        if (!_uses.TryGetValue(definition, out var uses)) _uses.Add(definition, uses = new DefinitionUses());

        return uses;
    }

    /// <summary>The variables used by an operation and all fragments it reaches. To be asked after the walk.</summary>
    public List<VariableUse> VariableUsesOf(DefinitionNode.Operation operation)
    {
        if (_variableUses.TryGetValue(operation, out var variables)) return variables;

        variables = [.. UsesOf(operation).Variables];
        foreach (var fragment in Reach(operation, [])) variables.AddRange(UsesOf(fragment).Variables);

        _variableUses.Add(operation, variables);
        return variables;
    }

    /// <summary>
    /// The fragments that a definition reaches and that are not in <paramref name="seen"/> yet, where they are added.
    /// </summary>
    public List<DefinitionNode.Fragment> Reach(DefinitionNode definition, HashSet<DefinitionNode.Fragment> seen)
    {
        var reached = new List<DefinitionNode.Fragment>();
        AddSpreads(definition);
        for (var i = 0; i < reached.Count; i++) AddSpreads(reached[i]);

        return reached;

        void AddSpreads(DefinitionNode from)
        {
            foreach (var spread in UsesOf(from).Spreads)
            {
                if (FindFragment(spread.Name) is { } fragment && seen.Add(fragment)) reached.Add(fragment);
            }
        }
    }

    public void Report(ValidationRule rule, string message, params ReadOnlySpan<SyntaxNode> nodes)
    {
        if (IsFull) return;

        var locations = ImmutableArray.CreateBuilder<SourceLocation>(nodes.Length);
        foreach (var node in nodes) locations.Add(Document.Locate(node));

        _errors.Add(GraphQLError.At(rule.Name, message, locations.DrainToImmutable()));
    }

    /// <summary>The end of a message that proposes a similar name, or nothing.</summary>
    public string Suggest(string name, IEnumerable<string> known)
    {
        // A handful helps a person; more only costs time.
        if (!_options.SuggestsNames || IsFull || ++_suggestions > 10) return "";

        return Suggestions.Nearest(name, known) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";
    }
}
