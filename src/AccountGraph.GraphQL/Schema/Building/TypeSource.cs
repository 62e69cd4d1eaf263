using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>The definition of a type with all of its extensions, which are of the same kind.</summary>
internal sealed class TypeSource(TypeDefinitionNode definition, bool isBuiltIn)
{
    private readonly List<TypeDefinitionNode> _parts = [definition];

    public TypeDefinitionNode Definition { get; } = definition;

    /// <summary>Whether the type comes with the engine, not with the document.</summary>
    public bool IsBuiltIn { get; } = isBuiltIn;

    public string Name => Definition.Name;

    public IReadOnlyList<TypeDefinitionNode> Parts => _parts;

    public IEnumerable<DirectiveNode> Directives => _parts.SelectMany(part => part.Directives);

    public IEnumerable<TypeNode.Named> Interfaces => Complex.SelectMany(part => part.Interfaces);

    public IEnumerable<FieldDefinitionNode> Fields => Complex.SelectMany(part => part.Fields);

    public IEnumerable<TypeNode.Named> Members =>
        _parts.OfType<TypeDefinitionNode.Union>().SelectMany(part => part.Members);

    public IEnumerable<EnumValueDefinitionNode> Values =>
        _parts.OfType<TypeDefinitionNode.Enum>().SelectMany(part => part.Values);

    public IEnumerable<InputValueDefinitionNode> InputFields =>
        _parts.OfType<TypeDefinitionNode.InputObject>().SelectMany(part => part.Fields);

    private IEnumerable<TypeDefinitionNode.Complex> Complex => _parts.OfType<TypeDefinitionNode.Complex>();

    public void Extend(TypeDefinitionNode extension) => _parts.Add(extension);
}
