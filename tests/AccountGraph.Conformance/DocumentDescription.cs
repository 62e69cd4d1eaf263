using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.Conformance;

/// <summary>
/// A parsed document in the form in which the corpus states it: its definitions and its literals in order.
/// </summary>
internal sealed class DocumentDescription
{
    public DocumentDescription(DocumentNode document)
    {
        foreach (var definition in document.Definitions) Definition(definition);
    }

    public JsonArray Definitions { get; } = [];

    public JsonArray Literals { get; } = [];

    private void Definition(DefinitionNode definition)
    {
        Description(definition.Description);
        switch (definition)
        {
            case DefinitionNode.Operation operation:
                Add(operation.Kind.ToString().ToLowerInvariant(), operation.Name);
                foreach (var variable in operation.Variables)
                {
                    Description(variable.Description);
                    OptionalValue(variable.DefaultValue);
                    Directives(variable.Directives);
                }

                Directives(operation.Directives);
                Selections(operation.SelectionSet);
                break;
            case DefinitionNode.Fragment fragment:
                Add("FragmentDefinition", fragment.Name);
                Directives(fragment.Directives);
                Selections(fragment.SelectionSet);
                break;
            case TypeSystemNode.Schema schema:
                Add(schema.IsExtension ? "SchemaExtension" : "SchemaDefinition", null);
                Directives(schema.Directives);
                break;
            case TypeSystemNode.Directive directive:
                Add("DirectiveDefinition", directive.Name);
                InputValues(directive.Arguments);
                break;
            case TypeDefinitionNode type:
                Add($"{KindOf(type)}Type{(type.IsExtension ? "Extension" : "Definition")}", type.Name);
                Directives(type.Directives);
                Members(type);
                break;
        }
    }

    private void Add(string kind, string? name)
    {
        var definition = new JsonObject { ["kind"] = kind };
        if (name is not null) definition["name"] = name;
        Definitions.Add(definition);
    }

    private static string KindOf(TypeDefinitionNode type) => type.GetType().Name;

    private void Members(TypeDefinitionNode type)
    {
        switch (type)
        {
            case TypeDefinitionNode.Complex complex:
                foreach (var field in complex.Fields)
                {
                    Description(field.Description);
                    InputValues(field.Arguments);
                    Directives(field.Directives);
                }

                break;
            case TypeDefinitionNode.Enum @enum:
                foreach (var value in @enum.Values)
                {
                    Description(value.Description);
                    Directives(value.Directives);
                }

                break;
            case TypeDefinitionNode.InputObject input:
                InputValues(input.Fields);
                break;
        }
    }

    private void InputValues(ImmutableArray<InputValueDefinitionNode> values)
    {
        foreach (var value in values)
        {
            Description(value.Description);
            OptionalValue(value.DefaultValue);
            Directives(value.Directives);
        }
    }

    private void Selections(SelectionSetNode? selectionSet)
    {
        foreach (var selection in selectionSet?.Selections ?? [])
        {
            if (selection is SelectionNode.Field field) Arguments(field.Arguments);
            Directives(selection.Directives);
            Selections((selection as SelectionNode.Field)?.SelectionSet
                ?? (selection as SelectionNode.InlineFragment)?.SelectionSet);
        }
    }

    private void Directives(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives) Arguments(directive.Arguments);
    }

    private void Arguments(ImmutableArray<ArgumentNode> arguments)
    {
        foreach (var argument in arguments) Value(argument.Value);
    }

    private void Description(ValueNode.String? description) => OptionalValue(description);

    private void OptionalValue(ValueNode? value)
    {
        if (value is not null) Value(value);
    }

    private void Value(ValueNode value)
    {
        switch (value)
        {
            case ValueNode.List list:
                foreach (var item in list.Items) Value(item);
                break;
            case ValueNode.Object @object:
                foreach (var field in @object.Fields) Value(field.Value);
                break;
            default:
                Literals.Add(Literal(value));
                break;
        }
    }

    private static JsonArray Literal(ValueNode value) => value switch
    {
        ValueNode.Int number => ["Int", number.Text],
        ValueNode.Float number => ["Float", number.Text],
        ValueNode.String { IsBlock: true } text => ["BlockString", text.Value],
        ValueNode.String text => ["String", text.Value],
        ValueNode.Boolean boolean => ["Boolean", boolean.Value],
        ValueNode.Null => ["Null"],
        ValueNode.Enum name => ["Enum", name.Name],
        ValueNode.Variable variable => ["Variable", variable.Name],
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
