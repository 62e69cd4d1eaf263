using System.Collections.Immutable;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>
/// Makes types of definitions in two steps, since types refer to each other in circles: first every type by name, then
/// what is in it.
/// </summary>
internal sealed class TypeFactory(SchemaDocument document)
{
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<object, SyntaxNode> _nodes = new(ReferenceEqualityComparer.Instance);

    public SchemaDraft Build()
    {
        foreach (var source in document.Types) Declare(source);
        foreach (var source in document.Types) Fill(_types[source.Name], source);

        SetPossibleTypes();
        var directives = document.Directives.Select(Directive).ToImmutableArray();
        return new SchemaDraft(
            document,
            new NameMap<NamedType>([.. _types.Values], type => type.Name),
            new NameMap<DirectiveDefinition>(directives, directive => directive.Name),
            _nodes);
    }

    private void Declare(TypeSource source) =>
        _types.Add(source.Name, Remember(Empty(source), source.Definition.NameNode));

    private static NamedType Empty(TypeSource source)
    {
        var description = source.Definition.Description?.Value;
        return source.Definition switch
        {
            TypeDefinitionNode.Scalar => new ScalarType(source.Name, description, BuiltIns.KindOf(source.Name)),
            TypeDefinitionNode.Object => new ObjectType(source.Name, description),
            TypeDefinitionNode.Interface => new InterfaceType(source.Name, description),
            TypeDefinitionNode.Union => new UnionType(source.Name, description),
            TypeDefinitionNode.Enum => new EnumType(source.Name, description),
            _ => new InputObjectType(source.Name, description),
        };
    }

    private void Fill(NamedType type, TypeSource source)
    {
        type.Directives = [.. source.Directives];
        switch (type)
        {
            case ScalarType scalar:
                scalar.SpecifiedByUrl = Argument(scalar.Directives, "specifiedBy", "url");
                break;
            case ComplexType complex:
                complex.Fields = Map(source.Fields.Select(Field), field => field.Name);
                complex.Interfaces = [.. source.Interfaces.Select(node => _types[node.Name]).OfType<InterfaceType>()];
                break;
            case EnumType @enum:
                @enum.Values = Map(source.Values.Select(Value), value => value.Name);
                break;
            case InputObjectType input:
                input.Fields = InputValues(source.InputFields);
                input.IsOneOf = input.Directives.Any(directive => directive.Name == "oneOf");
                break;
        }
    }

    private void SetPossibleTypes()
    {
        var objects = _types.Values.OfType<ObjectType>().ToList();
        foreach (var type in objects) type.PossibleTypes = [type];

        foreach (var type in _types.Values.OfType<InterfaceType>())
        {
            type.PossibleTypes = [.. objects.Where(possible => possible.Interfaces.Contains(type))];
        }

        foreach (var source in document.Types)
        {
            if (_types[source.Name] is not UnionType union) continue;

            union.PossibleTypes = [.. source.Members.Select(node => _types[node.Name]).OfType<ObjectType>().Distinct()];
        }
    }

    private FieldDefinition Field(FieldDefinitionNode node)
    {
        var arguments = InputValues(node.Arguments);
        var field = new FieldDefinition(node.Name, node.Description?.Value, Type(node.Type), arguments)
        {
            Directives = node.Directives,
            DeprecationReason = DeprecationReason(node.Directives),
        };
        return Remember(field, node.NameNode);
    }

    private EnumValue Value(EnumValueDefinitionNode node)
    {
        var value = new EnumValue(node.Name, node.Description?.Value, DeprecationReason(node.Directives))
        {
            Directives = node.Directives,
        };
        return Remember(value, node.NameNode);
    }

    private NameMap<InputValue> InputValues(IEnumerable<InputValueDefinitionNode> nodes) =>
        Map(nodes.Select(InputValue), value => value.Name);

    private InputValue InputValue(InputValueDefinitionNode node, int index)
    {
        var value = new InputValue(node.Name, node.Description?.Value, Type(node.Type), node.DefaultValue)
        {
            Index = index,
            Directives = node.Directives,
            DeprecationReason = DeprecationReason(node.Directives),
        };
        return Remember(value, node.NameNode);
    }

    private DirectiveDefinition Directive(TypeSystemNode.Directive node)
    {
        var directive = new DirectiveDefinition(
            node.Name, node.Description?.Value, node.Locations, node.IsRepeatable)
        {
            Arguments = InputValues(node.Arguments),
        };
        return Remember(directive, node.NameNode);
    }

    private GraphQLType Type(TypeNode node) => node switch
    {
        TypeNode.NonNull nonNull => new NonNullType(Type(nonNull.NullableType)),
        TypeNode.List list => new ListType(Type(list.ElementType)),
        _ => _types[((TypeNode.Named)node).Name],
    };

    private string? DeprecationReason(ImmutableArray<DirectiveNode> directives)
    {
        if (!directives.Any(directive => directive.Name == "deprecated")) return null;

        var reason = document.FindDirective("deprecated")!.Arguments.FirstOrDefault(known => known.Name == "reason");
        return Argument(directives, "deprecated", "reason") ?? (reason?.DefaultValue as ValueNode.String)?.Value ?? "";
    }

    /// <summary>The text of an argument of an applied directive, or null.</summary>
    private static string? Argument(ImmutableArray<DirectiveNode> directives, string directive, string argument) =>
        directives.Where(applied => applied.Name == directive)
            .SelectMany(applied => applied.Arguments)
            .Where(given => given.Name == argument)
            .Select(given => (given.Value as ValueNode.String)?.Value)
            .FirstOrDefault();

    private static NameMap<T> Map<T>(IEnumerable<T> items, Func<T, string> nameOf)
        where T : class => new([.. items], nameOf);

    private T Remember<T>(T part, SyntaxNode node)
        where T : class
    {
        _nodes[part] = node;
        return part;
    }
}
