using System.Collections.Immutable;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation;

/// <summary>
/// One rule; made anew for each document, so that it may keep what it has seen. It overrides what it wants to see.
/// </summary>
/// <remarks>Types and definitions are null where the document names something that the schema lacks.</remarks>
internal abstract class ValidationRule(ValidationContext context)
{
    /// <summary>The code of the rule's errors.</summary>
    public string Name => GetType().Name;

    protected ValidationContext Context { get; } = context;

    public virtual void Definition(DefinitionNode definition)
    {
    }

    public virtual void Operation(DefinitionNode.Operation operation, ObjectType? rootType)
    {
    }

    public virtual void Fragment(DefinitionNode.Fragment fragment)
    {
    }

    public virtual void Variable(VariableDefinitionNode variable, GraphQLType? type)
    {
    }

    public virtual void Field(SelectionNode.Field field, FieldDefinition? definition, CompositeType? parent)
    {
    }

    public virtual void Spread(SelectionNode.FragmentSpread spread, CompositeType? parent)
    {
    }

    public virtual void InlineFragment(SelectionNode.InlineFragment fragment, CompositeType? parent)
    {
    }

    /// <summary>The name of a type in a fragment's condition or a variable's type.</summary>
    public virtual void TypeName(TypeNode.Named node, NamedType? type)
    {
    }

    /// <summary>The condition of a named or inline fragment.</summary>
    public virtual void TypeCondition(TypeNode.Named node, NamedType? type)
    {
    }

    /// <summary>All directives of one place; not called for none.</summary>
    public virtual void Directives(ImmutableArray<DirectiveNode> directives, DirectiveLocations location)
    {
    }

    public virtual void Directive(DirectiveNode directive, DirectiveDefinition? definition, DirectiveLocations location)
    {
    }

    /// <summary>All arguments of a field or directive; not called for none.</summary>
    public virtual void Arguments(ImmutableArray<ArgumentNode> arguments)
    {
    }

    /// <summary>A whole literal: the value of an argument or the default of a variable.</summary>
    public virtual void Literal(ValueNode value, GraphQLType? type)
    {
    }

    /// <summary>An input object literal, at any depth.</summary>
    public virtual void Object(ValueNode.Object value)
    {
    }

    /// <summary>After the walk, when all uses are known.</summary>
    public virtual void End()
    {
    }
}
