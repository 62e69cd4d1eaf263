using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>
/// What is in each type: at least one member, of a kind that may be there (3.6 to 3.10 and 3.13, "Type Validation").
/// </summary>
internal sealed class Members(SchemaDraft draft, SchemaErrorList errors)
{
    public static void Check(SchemaDraft draft, SchemaErrorList errors)
    {
        var members = new Members(draft, errors);
        foreach (var source in draft.Document.OwnTypes) members.CheckType(draft.Types[source.Name]!, source);

        foreach (var directive in draft.Directives)
        {
            foreach (var argument in directive.Arguments)
            {
                members.CheckInput($"@{directive.Name}({argument.Name}:)", argument);
            }
        }
    }

    private void CheckType(NamedType type, TypeSource source)
    {
        switch (type)
        {
            case ComplexType complex:
                RequireAny(type, complex.Fields.Count);
                foreach (var field in complex.Fields) CheckField(complex, field);
                break;
            case UnionType:
                RequireAny(type, source.Members.Count());
                CheckUnion(source);
                break;
            case EnumType @enum:
                RequireAny(type, @enum.Values.Count);
                break;
            case InputObjectType input:
                RequireAny(type, input.Fields.Count);
                foreach (var field in input.Fields) CheckInputField(input, field);
                break;
        }
    }

    private void RequireAny(NamedType type, int count)
    {
        if (count == 0) errors.Add("NonEmptyTypesRule", SchemaErrors.EmptyType(type), draft.NodeOf(type));
    }

    private void CheckField(ComplexType type, FieldDefinition field)
    {
        var coordinate = $"{type.Name}.{field.Name}";
        if (!field.Type.IsOutput)
        {
            errors.Add("OutputTypesRule", SchemaErrors.NotOutput(coordinate, field.Type), draft.NodeOf(field));
        }

        foreach (var argument in field.Arguments) CheckInput($"{coordinate}({argument.Name}:)", argument);
    }

    private void CheckInputField(InputObjectType type, InputValue field)
    {
        var coordinate = $"{type.Name}.{field.Name}";
        CheckInput(coordinate, field);
        if (!type.IsOneOf) return;

        const string Rule = "OneOfInputObjectsRule";
        var node = draft.NodeOf(field);
        if (field.Type is NonNullType) errors.Add(Rule, SchemaErrors.OneOfNotNullable(coordinate), node);
        if (field.HasDefault) errors.Add(Rule, SchemaErrors.OneOfDefault(coordinate), node);
    }

    private void CheckInput(string coordinate, InputValue value)
    {
        if (!value.Type.IsInput)
        {
            errors.Add("InputTypesRule", SchemaErrors.NotInput(coordinate, value.Type), draft.NodeOf(value));
        }

        if (value.IsRequired && value.DeprecationReason is not null)
        {
            errors.Add("RequiredNotDeprecatedRule", SchemaErrors.RequiredDeprecated(coordinate), draft.NodeOf(value));
        }
    }

    private void CheckUnion(TypeSource source)
    {
        const string Rule = "UnionMembersRule";
        var seen = new Dictionary<string, TypeNode>(StringComparer.Ordinal);
        foreach (var member in source.Members)
        {
            if (!seen.TryAdd(member.Name, member))
            {
                errors.Add(Rule, SchemaErrors.MemberTwice(source.Name, member.Name), seen[member.Name], member);
            }
            else if (draft.Types[member.Name] is not ObjectType)
            {
                errors.Add(Rule, SchemaErrors.MemberNotObject(source.Name, member.Name), member);
            }
        }
    }
}
