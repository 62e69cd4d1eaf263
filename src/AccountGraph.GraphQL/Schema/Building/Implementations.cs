using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>
/// Every type that declares an interface has what it promises
/// (<see href="https://spec.graphql.org/September2025/#IsValidImplementation()">IsValidImplementation()</see>).
/// </summary>
internal sealed class Implementations(SchemaDraft draft, SchemaErrorList errors)
{
    private const string Rule = "InterfaceImplementationRule";

    public static void Check(SchemaDraft draft, SchemaErrorList errors)
    {
        var implementations = new Implementations(draft, errors);
        foreach (var source in draft.Document.OwnTypes)
        {
            if (draft.Types[source.Name] is ComplexType type) implementations.CheckType(type, source);
        }
    }

    private void CheckType(ComplexType type, TypeSource source)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in source.Interfaces)
        {
            if (draft.Types[node.Name] is not InterfaceType implemented)
            {
                errors.Add(Rule, SchemaErrors.ImplementsNoInterface(type.Name, node.Name), node);
            }
            else if (implemented == type)
            {
                errors.Add(Rule, SchemaErrors.ImplementsItself(type.Name), node);
            }
            else if (!seen.Add(node.Name))
            {
                errors.Add(Rule, SchemaErrors.ImplementsTwice(type.Name, node.Name), node);
            }
            else
            {
                CheckInterface(type, implemented, node);
            }
        }
    }

    private void CheckInterface(ComplexType type, InterfaceType implemented, SyntaxNode node)
    {
        foreach (var transitive in implemented.Interfaces)
        {
            if (transitive == type)
            {
                errors.Add(Rule, SchemaErrors.ImplementsInCircle(type.Name, implemented.Name), node);
            }
            else if (!type.Interfaces.Contains(transitive))
            {
                var message = SchemaErrors.ImplementsIncompletely(type.Name, transitive.Name, implemented.Name);
                errors.Add(Rule, message, node);
            }
        }

        foreach (var promised in implemented.Fields)
        {
            if (type.Fields.TryGet(promised.Name, out var field)) CheckField(type, field, implemented, promised);
            else Add(SchemaErrors.PromisedFieldMissing(type.Name, implemented.Name, promised.Name), promised, type);
        }
    }

    private void CheckField(
        ComplexType type, FieldDefinition field, InterfaceType implemented, FieldDefinition promised)
    {
        var own = $"{type.Name}.{field.Name}";
        var other = $"{implemented.Name}.{promised.Name}";
        if (!field.Type.IsSubtypeOf(promised.Type))
        {
            Add(SchemaErrors.PromisedTypeDiffers(own, field.Type, other, promised.Type), promised, field);
        }

        if (field.DeprecationReason is not null && promised.DeprecationReason is null)
        {
            Add(SchemaErrors.PromisedFieldDeprecated(own, other), promised, field);
        }

        foreach (var argument in promised.Arguments)
        {
            if (!field.Arguments.TryGet(argument.Name, out var given))
            {
                Add(SchemaErrors.PromisedArgumentMissing(own, other, argument.Name), argument, field);
            }
            else if (!given.Type.IsSameAs(argument.Type))
            {
                Add(SchemaErrors.PromisedArgumentDiffers(own, other, argument.Name), argument, given);
            }
        }

        foreach (var argument in field.Arguments)
        {
            if (argument.IsRequired && !promised.Arguments.Contains(argument.Name))
            {
                Add(SchemaErrors.UnpromisedArgumentRequired(own, other, argument.Name), promised, argument);
            }
        }
    }

    private void Add(string message, object promised, object own) =>
        errors.Add(Rule, message, draft.NodeOf(promised), draft.NodeOf(own));
}
