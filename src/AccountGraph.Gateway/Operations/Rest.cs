namespace AccountGraph.Gateway.Operations;

/// <summary>Routes as they read in an operation's row.</summary>
internal static class Rest
{
    public static RestRoute Get(string path) => new("GET", path, 200);

    public static RestRoute Post(string path, int status) => new("POST", path, status);

    public static RestRoute Put(string path, int status) => new("PUT", path, status);

    public static RestRoute Patch(string path, int status) => new("PATCH", path, status);

    public static RestRoute Delete(string path) => new("DELETE", path, 204);
}
