using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Errors;

/// <summary>What is said about a type system document that makes no valid schema.</summary>
internal static class SchemaErrors
{
    public const string SchemaDefinedTwice = "There must be only one schema definition.";
    public const string ExecutableDefinition = "Operations and fragments do not belong in a type system document.";
    public const string NoQueryType = "There must be a query root type.";

    public static string TypeDefinedTwice(string name) => $"There must be only one type named \"{name}\".";

    public static string DirectiveDefinedTwice(string name) => $"There must be only one directive named \"@{name}\".";

    public static string ExtendsUndefinedType(string name) =>
        $"Type \"{name}\" cannot be extended because it is not defined.";

    public static string ExtendsOtherKind(string name) =>
        $"Type \"{name}\" cannot be extended as another kind of type than it is.";

    public static string RootTypeTwice(OperationKind kind) => $"There must be only one {Lower(kind)} type.";

    public static string RootTypeNotObject(OperationKind kind, NamedType type) =>
        $"The {Lower(kind)} root type must be an object type, \"{type}\" is none.";

    public static string RootTypeShared(OperationKind kind, NamedType type) =>
        $"Root types must differ, \"{type}\" cannot also be the {Lower(kind)} type.";

    public static string FieldTwice(string type, string field) =>
        $"Field \"{type}.{field}\" must be defined only once.";

    public static string EnumValueTwice(string type, string value) =>
        $"Enum value \"{type}.{value}\" must be defined only once.";

    public static string ArgumentTwice(string owner, string argument) =>
        $"Argument \"{owner}({argument}:)\" must be defined only once.";

    public static string UnknownType(string name) => $"Unknown type \"{name}\".";

    public static string ReservedName(string name) =>
        $"Name \"{name}\" must not begin with \"__\", which is reserved for introspection.";

    public static string UnknownDirective(string name) => $"Unknown directive \"@{name}\".";

    public static string DirectiveMisplaced(string name, string location) =>
        $"Directive \"@{name}\" must not be used on {location}.";

    public static string DirectiveRepeated(string name) => $"Directive \"@{name}\" must be used only once here.";

    public static string ArgumentGivenTwice(string argument) => $"Argument \"{argument}\" must be given only once.";

    public static string UnknownArgument(string directive, string argument) =>
        $"Unknown argument \"{argument}\" of directive \"@{directive}\".";

    public static string MissingArgument(string directive, string argument, string type) =>
        $"Argument \"{argument}\" of type \"{type}\" is required by directive \"@{directive}\".";

    public static string EmptyType(NamedType type) => $"Type \"{type}\" must have at least one member.";

    public static string NotOutput(string coordinate, GraphQLType type) =>
        $"The type of \"{coordinate}\" must be an output type, \"{type}\" is none.";

    public static string NotInput(string coordinate, GraphQLType type) =>
        $"The type of \"{coordinate}\" must be an input type, \"{type}\" is none.";

    public static string RequiredDeprecated(string coordinate) =>
        $"\"{coordinate}\" is required and must not be deprecated.";

    public static string OneOfNotNullable(string coordinate) =>
        $"\"{coordinate}\" belongs to a oneOf input object and must be nullable.";

    public static string OneOfDefault(string coordinate) =>
        $"\"{coordinate}\" belongs to a oneOf input object and must not have a default value.";

    public static string MemberTwice(string union, string member) =>
        $"Union \"{union}\" must include type \"{member}\" only once.";

    public static string MemberNotObject(string union, string member) =>
        $"Union \"{union}\" must include object types only, \"{member}\" is none.";

    public static string ImplementsNoInterface(string type, string other) =>
        $"Type \"{type}\" must implement interfaces only, \"{other}\" is none.";

    public static string ImplementsItself(string type) => $"Interface \"{type}\" must not implement itself.";

    public static string ImplementsTwice(string type, string implemented) =>
        $"Type \"{type}\" must implement \"{implemented}\" only once.";

    public static string ImplementsInCircle(string type, string implemented) =>
        $"Interface \"{type}\" must not implement \"{implemented}\", which implements it.";

    public static string ImplementsIncompletely(string type, string transitive, string implemented) =>
        $"Type \"{type}\" must also implement \"{transitive}\", which \"{implemented}\" implements.";

    public static string PromisedFieldMissing(string type, string implemented, string field) =>
        $"Type \"{type}\" must have the field \"{field}\" of its interface \"{implemented}\".";

    public static string PromisedTypeDiffers(
        string own, GraphQLType ownType, string promised, GraphQLType promisedType) =>
        $"\"{own}\" is of type \"{ownType}\" but \"{promised}\" promises \"{promisedType}\".";

    public static string PromisedFieldDeprecated(string own, string promised) =>
        $"\"{own}\" must not be deprecated because \"{promised}\" is not.";

    public static string PromisedArgumentMissing(string own, string promised, string argument) =>
        $"\"{own}\" must have the argument \"{argument}\" of \"{promised}\".";

    public static string PromisedArgumentDiffers(string own, string promised, string argument) =>
        $"Argument \"{argument}\" of \"{own}\" must have the type it has in \"{promised}\".";

    public static string UnpromisedArgumentRequired(string own, string promised, string argument) =>
        $"Argument \"{argument}\" of \"{own}\" must not be required because \"{promised}\" does not have it.";

    public static string InputCycle(InputObjectType type, InputValue field) =>
        $"\"{type}.{field.Name}\" leads back to itself through required fields, so that no value can be finite.";

    public static string DefaultCycle(InputObjectType type, InputValue field) =>
        $"The default value of \"{type}.{field.Name}\" contains itself.";

    private static string Lower(OperationKind kind) => kind.ToString().ToLowerInvariant();
}
