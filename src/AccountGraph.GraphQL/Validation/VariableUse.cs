using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Validation;

/// <summary>A variable where it is used, with what is expected there.</summary>
/// <param name="Type">Null when the place is unknown to the schema.</param>
/// <param name="HasDefault">Whether the argument or input field has a default of its own.</param>
/// <param name="IsOneOf">Whether it is the value of a oneOf input object's field.</param>
internal readonly record struct VariableUse(ValueNode.Variable Node, GraphQLType? Type, bool HasDefault, bool IsOneOf);
