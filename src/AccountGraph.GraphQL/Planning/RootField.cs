namespace AccountGraph.GraphQL.Planning;

/// <summary>A root field of an operation.</summary>
public readonly record struct RootField(string ResponseKey, string FieldName);
