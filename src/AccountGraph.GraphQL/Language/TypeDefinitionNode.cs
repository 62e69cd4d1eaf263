using System.Collections.Immutable;

namespace AccountGraph.GraphQL.Language;

/// <summary>The definition or extension of a named type, by kind of type.</summary>
public abstract class TypeDefinitionNode(
    int start,
    ValueNode.String? description,
    bool isExtension,
    NameNode name,
    ImmutableArray<DirectiveNode> directives) : TypeSystemNode(start, description, isExtension, directives)
{
    public string Name => NameNode.Value;

    public NameNode NameNode { get; } = name;

    public sealed class Scalar(
        int start,
        ValueNode.String? description,
        bool isExtension,
        NameNode name,
        ImmutableArray<DirectiveNode> directives)
        : TypeDefinitionNode(start, description, isExtension, name, directives);

    /// <summary>What object and interface types have in common.</summary>
    public abstract class Complex(
        int start,
        ValueNode.String? description,
        bool isExtension,
        NameNode name,
        ImmutableArray<TypeNode.Named> interfaces,
        ImmutableArray<DirectiveNode> directives,
        ImmutableArray<FieldDefinitionNode> fields)
        : TypeDefinitionNode(start, description, isExtension, name, directives)
    {
        public ImmutableArray<TypeNode.Named> Interfaces { get; } = interfaces;

        public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
    }

    public sealed class Object(
        int start,
        ValueNode.String? description,
        bool isExtension,
        NameNode name,
        ImmutableArray<TypeNode.Named> interfaces,
        ImmutableArray<DirectiveNode> directives,
        ImmutableArray<FieldDefinitionNode> fields)
        : Complex(start, description, isExtension, name, interfaces, directives, fields);

    public sealed class Interface(
        int start,
        ValueNode.String? description,
        bool isExtension,
        NameNode name,
        ImmutableArray<TypeNode.Named> interfaces,
        ImmutableArray<DirectiveNode> directives,
        ImmutableArray<FieldDefinitionNode> fields)
        : Complex(start, description, isExtension, name, interfaces, directives, fields);

    public sealed class Union(
        int start,
        ValueNode.String? description,
        bool isExtension,
        NameNode name,
        ImmutableArray<DirectiveNode> directives,
        ImmutableArray<TypeNode.Named> members)
        : TypeDefinitionNode(start, description, isExtension, name, directives)
    {
        public ImmutableArray<TypeNode.Named> Members { get; } = members;
    }

    public sealed class Enum(
        int start,
        ValueNode.String? description,
        bool isExtension,
        NameNode name,
        ImmutableArray<DirectiveNode> directives,
        ImmutableArray<EnumValueDefinitionNode> values)
        : TypeDefinitionNode(start, description, isExtension, name, directives)
    {
        public ImmutableArray<EnumValueDefinitionNode> Values { get; } = values;
    }

    public sealed class InputObject(
        int start,
        ValueNode.String? description,
        bool isExtension,
        NameNode name,
        ImmutableArray<DirectiveNode> directives,
        ImmutableArray<InputValueDefinitionNode> fields)
        : TypeDefinitionNode(start, description, isExtension, name, directives)
    {
        public ImmutableArray<InputValueDefinitionNode> Fields { get; } = fields;
    }
}
