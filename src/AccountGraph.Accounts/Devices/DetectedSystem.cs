namespace AccountGraph.Accounts.Devices;

internal sealed record DetectedSystem(string Code, string Name, string Version, string Family)
{
    public static DetectedSystem None { get; } = new("", "", "", "");

    public bool IsAndroid => Family == "Android";
}
