namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// Gives the value of a field (<see href="https://spec.graphql.org/September2025/#ResolveFieldValue()">6.4.2</see>):
/// null, a value that fits the field's type, or a <see cref="FieldError"/>.
/// </summary>
/// <remarks>
/// <para>
/// What fits: for String and ID text, for numbers any number, for enums the value's name, for lists any sequence, for
/// object types whatever the type's own readers expect. An item of a list may itself be a <see cref="FieldError"/> or
/// a <c>Task&lt;object?&gt;</c>.
/// </para>
/// <para>
/// Siblings are started one after the other and awaited together, except the root fields of a mutation, each of which
/// ends before the next begins. A thrown exception becomes an error of the field
/// by <see cref="GraphQLEngineOptions.OnUnexpectedError"/>.
/// </para>
/// </remarks>
public delegate ValueTask<object?> FieldResolver(FieldContext context);
