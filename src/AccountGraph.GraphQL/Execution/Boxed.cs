namespace AccountGraph.GraphQL.Execution;

/// <summary>The two Booleans as objects, so that coercion does not allocate them.</summary>
internal static class Boxed
{
    public static readonly object True = true;
    public static readonly object False = false;

    public static object Of(bool value) => value ? True : False;
}
