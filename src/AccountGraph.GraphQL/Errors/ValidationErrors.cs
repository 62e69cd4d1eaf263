using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Errors;

/// <summary>
/// What the rules of <see href="https://spec.graphql.org/September2025/#sec-Validation">5 Validation</see> say.
/// </summary>
internal static class ValidationErrors
{
    public const string NotExecutable = "A request must hold operations and fragments only.";
    public const string AnonymousNotAlone = "An anonymous operation must be the only operation.";
    public const string TooComplex = "The document is too complex to be checked.";

    public static string UnsupportedOperation(OperationKind kind) =>
        $"The schema does not support {Lower(kind)} operations.";

    public static string OperationTwice(string name) => $"There must be only one operation named \"{name}\".";

    public static string SubscriptionNotSingle(string? name) =>
        $"{Subscription(name)} must select exactly one field at its root.";

    public static string SubscriptionIntrospects(string? name) =>
        $"{Subscription(name)} must not select an introspection field at its root.";

    public static string SubscriptionConditional(string? name, string directive) =>
        $"{Subscription(name)} must not use \"@{directive}\" at its root.";

    public static string UndefinedField(string type, string field, string suggestion) =>
        $"Type \"{type}\" has no field \"{field}\".{suggestion}";

    public static string FieldsDiffer(string responseName, string what) =>
        $"Fields \"{responseName}\" conflict because they {what}. Give them different aliases to fetch both.";

    public static string LeafWithSelection(string field, GraphQLType type) =>
        $"Field \"{field}\" must not have a selection of fields, since type \"{type}\" has none.";

    public static string CompositeWithoutSelection(string field, GraphQLType type) =>
        $"Field \"{field}\" of type \"{type}\" must have a selection of fields.";

    public static string UnknownFieldArgument(string coordinate, string argument, string suggestion) =>
        $"Field \"{coordinate}\" has no argument \"{argument}\".{suggestion}";

    public static string UnknownDirectiveArgument(string directive, string argument, string suggestion) =>
        $"Directive \"@{directive}\" has no argument \"{argument}\".{suggestion}";

    public static string ArgumentTwice(string name) => $"There must be only one argument named \"{name}\".";

    public static string MissingFieldArgument(string field, InputValue argument) =>
        $"Argument \"{argument.Name}\" of type \"{argument.Type}\" is required by field \"{field}\".";

    public static string MissingDirectiveArgument(string directive, InputValue argument) =>
        $"Argument \"{argument.Name}\" of type \"{argument.Type}\" is required by directive \"@{directive}\".";

    public static string FragmentTwice(string name) => $"There must be only one fragment named \"{name}\".";

    public static string UnknownType(string name, string suggestion) => $"Unknown type \"{name}\".{suggestion}";

    public static string FragmentOnLeaf(NamedType type) =>
        $"A fragment must be on an object, interface or union, \"{type}\" is none.";

    public static string UnusedFragment(string name) => $"Fragment \"{name}\" is never used.";

    public static string UnknownFragment(string name) => $"Unknown fragment \"{name}\".";

    public static string FragmentCycle(string name) => $"Fragment \"{name}\" must not contain itself.";

    public static string ImpossibleSpread(CompositeType parent, CompositeType type) =>
        $"A fragment on \"{type}\" can never apply inside \"{parent}\".";

    public static string NullNotAllowed(GraphQLType type) => $"A value of type \"{type}\" must not be null.";

    public static string UnknownEnumValue(EnumType type, string name) => $"Enum \"{type}\" has no value \"{name}\".";

    public static string WrongValue(GraphQLType type) => $"The value must be of type \"{type}\".";

    public static string UnknownInputField(InputObjectType type, string field) =>
        $"Input object \"{type}\" has no field \"{field}\".";

    public static string MissingInputField(InputObjectType type, InputValue field) =>
        $"Field \"{type}.{field.Name}\" of type \"{field.Type}\" is required.";

    public static string NotExactlyOne(InputObjectType type) =>
        $"Input object \"{type}\" must be given exactly one field, and that must not be null.";

    public static string InputFieldTwice(string name) => $"There must be only one input field named \"{name}\".";

    public static string UnknownDirective(string name) => $"Unknown directive \"@{name}\".";

    public static string DirectiveMisplaced(string name, string location) =>
        $"Directive \"@{name}\" must not be used on {location}.";

    public static string DirectiveRepeated(string name) => $"Directive \"@{name}\" must be used only once here.";

    public static string VariableTwice(string name) => $"There must be only one variable named \"${name}\".";

    public static string VariableNotInput(string name, string type) =>
        $"Variable \"${name}\" must be of an input type, \"{type}\" is none.";

    public static string UndefinedVariable(string name, string? operation) =>
        $"Variable \"${name}\" is not defined by {Operation(operation)}.";

    public static string UnusedVariable(string name, string? operation) =>
        $"Variable \"${name}\" is never used in {Operation(operation)}.";

    public static string VariableMisplaced(VariableDefinitionNode variable, GraphQLType expected) =>
        $"Variable \"${variable.Name}\" of type \"{variable.Type}\" is used where \"{expected}\" is expected.";

    public static string VariableNullableInOneOf(VariableDefinitionNode variable) =>
        $"Variable \"${variable.Name}\" of type \"{variable.Type}\" must not be nullable in a oneOf input object.";

    private static string Subscription(string? name) => name is null ? "A subscription" : $"Subscription \"{name}\"";

    private static string Operation(string? name) => name is null ? "the operation" : $"operation \"{name}\"";

    private static string Lower(OperationKind kind) => kind.ToString().ToLowerInvariant();
}
