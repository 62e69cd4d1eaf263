using System.Collections.Immutable;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation;

/// <summary>
/// Goes through a document once, showing every part with its type to all rules and noting what each definition uses.
/// </summary>
/// <remarks>Its recursion is as deep as the document is nested, which the parser bounds.</remarks>
internal sealed class DocumentWalker(ValidationContext context, ImmutableArray<ValidationRule> rules)
{
    private DefinitionUses _uses = new();

    public void Walk()
    {
        foreach (var definition in context.Document.Definitions)
        {
            if (context.IsFull) return;

            foreach (var rule in rules) rule.Definition(definition);
            _uses = context.UsesOf(definition);
            if (definition is DefinitionNode.Operation operation) Operation(operation);
            else if (definition is DefinitionNode.Fragment fragment) Fragment(fragment);
        }

        foreach (var rule in rules) rule.End();
    }

    private void Operation(DefinitionNode.Operation operation)
    {
        var rootType = context.Schema.RootType(operation.Kind);
        foreach (var rule in rules) rule.Operation(operation, rootType);
        foreach (var variable in operation.Variables) Variable(variable);

        Directives(operation.Directives, operation.Kind switch
        {
            OperationKind.Query => DirectiveLocations.Query,
            OperationKind.Mutation => DirectiveLocations.Mutation,
            OperationKind.Subscription => DirectiveLocations.Subscription,
        });
        Selections(operation.SelectionSet, rootType);
    }

    private void Fragment(DefinitionNode.Fragment fragment)
    {
        foreach (var rule in rules) rule.Fragment(fragment);
        var type = Condition(fragment.TypeCondition);
        Directives(fragment.Directives, DirectiveLocations.FragmentDefinition);
        Selections(fragment.SelectionSet, type);
    }

    private void Variable(VariableDefinitionNode variable)
    {
        var type = context.TypeOf(variable.Type);
        foreach (var rule in rules) rule.Variable(variable, type);
        TypeNames(variable.Type);
        if (variable.DefaultValue is not null) Literal(variable.DefaultValue, type, place: null);
        Directives(variable.Directives, DirectiveLocations.VariableDefinition);
    }

    private void TypeNames(TypeNode node)
    {
        switch (node)
        {
            case TypeNode.List list:
                TypeNames(list.ElementType);
                break;
            case TypeNode.NonNull nonNull:
                TypeNames(nonNull.NullableType);
                break;
            case TypeNode.Named named:
                foreach (var rule in rules) rule.TypeName(named, context.Schema.Types[named.Name]);
                break;
        }
    }

    private CompositeType? Condition(TypeNode.Named node)
    {
        var type = context.Schema.Types[node.Name];
        foreach (var rule in rules)
        {
            rule.TypeName(node, type);
            rule.TypeCondition(node, type);
        }

        return type as CompositeType;
    }

    private void Selections(SelectionSetNode selectionSet, CompositeType? parent)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (context.IsFull) return;

            switch (selection)
            {
                case SelectionNode.Field field:
                    Field(field, parent);
                    break;
                case SelectionNode.FragmentSpread spread:
                    foreach (var rule in rules) rule.Spread(spread, parent);
                    _uses.Spreads.Add(spread);
                    Directives(spread.Directives, DirectiveLocations.FragmentSpread);
                    break;
                case SelectionNode.InlineFragment fragment:
                    foreach (var rule in rules) rule.InlineFragment(fragment, parent);
                    var type = fragment.TypeCondition is { } condition ? Condition(condition) : parent;
                    Directives(fragment.Directives, DirectiveLocations.InlineFragment);
                    Selections(fragment.SelectionSet, type);
                    break;
            }
        }
    }

    private void Field(SelectionNode.Field field, CompositeType? parent)
    {
        var definition = parent is null ? null : context.Schema.FindField(parent, field.Name);
        foreach (var rule in rules) rule.Field(field, definition, parent);
        Arguments(field.Arguments, definition?.Arguments);
        Directives(field.Directives, DirectiveLocations.Field);
        if (field.SelectionSet is not null) Selections(field.SelectionSet, definition?.Type.Named as CompositeType);
    }

    private void Directives(ImmutableArray<DirectiveNode> directives, DirectiveLocations location)
    {
        if (directives.IsEmpty) return;

        foreach (var rule in rules) rule.Directives(directives, location);
        foreach (var directive in directives)
        {
            var definition = context.Schema.Directives[directive.Name];
            foreach (var rule in rules) rule.Directive(directive, definition, location);
            Arguments(directive.Arguments, definition?.Arguments);
        }
    }

    private void Arguments(ImmutableArray<ArgumentNode> arguments, NameMap<InputValue>? definitions)
    {
        if (arguments.IsEmpty) return;

        foreach (var rule in rules) rule.Arguments(arguments);
        foreach (var argument in arguments)
        {
            var definition = definitions?[argument.Name];
            Literal(argument.Value, definition?.Type, definition);
        }
    }

    private void Literal(ValueNode value, GraphQLType? type, InputValue? place)
    {
        foreach (var rule in rules) rule.Literal(value, type);
        Value(value, new VariableUse(null!, type, place is { HasDefault: true }, IsOneOf: false));
    }

    /// <summary>Notes the variables in a value; <paramref name="place"/> tells what is expected there.</summary>
    private void Value(ValueNode value, VariableUse place)
    {
        switch (value)
        {
            case ValueNode.Variable variable:
                _uses.Variables.Add(place with { Node = variable });
                break;
            case ValueNode.List list:
                var itemType = place.Type?.Nullable is ListType listType ? listType.ElementType : place.Type;
                foreach (var item in list.Items) Value(item, new VariableUse(null!, itemType, false, false));
                break;
            case ValueNode.Object @object:
                foreach (var rule in rules) rule.Object(@object);
                ObjectFields(@object, place.Type);
                break;
        }
    }

    private void ObjectFields(ValueNode.Object value, GraphQLType? type)
    {
        var inputType = type?.Named as InputObjectType;

        // As in the reference implementation the object's place must be nullable itself. Elsewhere a variable that is
        // null fails when the value is coerced, which is checked whatever was found here.
        var isOneOf = type is InputObjectType { IsOneOf: true };
        foreach (var field in value.Fields)
        {
            var definition = inputType?.Fields[field.Name];
            var hasDefault = definition is { HasDefault: true };
            Value(field.Value, new VariableUse(null!, definition?.Type, hasDefault, isOneOf));
        }
    }
}
