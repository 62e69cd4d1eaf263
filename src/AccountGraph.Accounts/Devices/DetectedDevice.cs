namespace AccountGraph.Accounts.Devices;

/// <param name="Kind">Such as <c>smartphone</c>; empty while unknown.</param>
internal sealed record DetectedDevice(string Kind, string Brand, string Model)
{
    public static DetectedDevice None { get; } = new("", "", "");
}
