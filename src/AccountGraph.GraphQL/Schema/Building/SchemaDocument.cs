using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>
/// A type system document sorted by name, extensions joined to what they extend
/// (<see href="https://spec.graphql.org/September2025/#sec-Type-System-Extensions">3.2</see>), with what is built in.
/// </summary>
internal sealed class SchemaDocument
{
    private readonly SchemaErrorList _errors;
    private readonly Dictionary<string, TypeSource> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeSystemNode.Directive> _directives = new(StringComparer.Ordinal);
    private readonly List<TypeSystemNode.Schema> _schemaParts = [];

    public SchemaDocument(DocumentNode document, SchemaErrorList errors)
    {
        _errors = errors;
        foreach (var definition in document.Definitions) AddDefinition(definition);
        foreach (var definition in document.Definitions) AddExtension(definition);

        OwnDirectives = [.. _directives.Values];
        AddBuiltIn();
    }

    /// <summary>Types of the document in source order, then the built-in ones.</summary>
    public IReadOnlyCollection<TypeSource> Types => _types.Values;

    /// <summary>Directives of the document in source order, then those built in that it does not redefine.</summary>
    public IReadOnlyCollection<TypeSystemNode.Directive> Directives => _directives.Values;

    public IReadOnlyList<TypeSystemNode.Directive> OwnDirectives { get; }

    /// <summary>The schema definition, if there is one, and its extensions.</summary>
    public IReadOnlyList<TypeSystemNode.Schema> SchemaParts => _schemaParts;

    public bool HasSchemaDefinition => _schemaParts.Exists(part => !part.IsExtension);

    public IEnumerable<TypeSource> OwnTypes => _types.Values.Where(type => !type.IsBuiltIn);

    public TypeSource? FindType(string name) => _types.GetValueOrDefault(name);

    public TypeSystemNode.Directive? FindDirective(string name) => _directives.GetValueOrDefault(name);

    private void AddDefinition(DefinitionNode definition)
    {
        switch (definition)
        {
            case TypeSystemNode.Schema schema:
                if (!schema.IsExtension && HasSchemaDefinition)
                {
                    _errors.Add("LoneSchemaDefinitionRule", SchemaErrors.SchemaDefinedTwice, schema);
                    break;
                }

                _schemaParts.Insert(schema.IsExtension ? _schemaParts.Count : 0, schema);
                break;
            case TypeSystemNode.Directive directive:
                if (!_directives.TryAdd(directive.Name, directive))
                {
                    var first = _directives[directive.Name].NameNode;
                    var message = SchemaErrors.DirectiveDefinedTwice(directive.Name);
                    _errors.Add("UniqueDirectiveNamesRule", message, first, directive.NameNode);
                }

                break;
            case TypeDefinitionNode { IsExtension: false } type:
                if (!_types.TryAdd(type.Name, new TypeSource(type, isBuiltIn: false)))
                {
                    var message = SchemaErrors.TypeDefinedTwice(type.Name);
                    _errors.Add("UniqueTypeNamesRule", message, _types[type.Name].Definition.NameNode, type.NameNode);
                }

                break;
            case DefinitionNode.Operation or DefinitionNode.Fragment:
                _errors.Add("TypeSystemDefinitionsRule", SchemaErrors.ExecutableDefinition, definition);
                break;
        }
    }

    private void AddExtension(DefinitionNode definition)
    {
        if (definition is not TypeDefinitionNode { IsExtension: true } extension) return;

        const string Rule = "PossibleTypeExtensionsRule";
        if (!_types.TryGetValue(extension.Name, out var type))
        {
            _errors.Add(Rule, SchemaErrors.ExtendsUndefinedType(extension.Name), extension.NameNode);
        }
        else if (type.Definition.GetType() != extension.GetType())
        {
            _errors.Add(Rule, SchemaErrors.ExtendsOtherKind(extension.Name), type.Definition, extension);
        }
        else
        {
            type.Extend(extension);
        }
    }

    private void AddBuiltIn()
    {
        var mentioned = MentionedTypes.Of(this);
        foreach (var definition in BuiltIns.Document.Definitions)
        {
            if (definition is TypeSystemNode.Directive directive)
            {
                _directives.TryAdd(directive.Name, directive);
            }
            else if (definition is TypeDefinitionNode type
                && (BuiltIns.IsAlwaysPresent(type) || mentioned.Contains(type.Name)))
            {
                _types.TryAdd(type.Name, new TypeSource(type, isBuiltIn: true));
            }
        }
    }
}
