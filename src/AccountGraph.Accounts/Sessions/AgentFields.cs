namespace AccountGraph.Accounts.Sessions;

/// <summary>What a user agent tells: texts of the contract, empty where nothing was recognised.</summary>
public sealed record AgentFields
{
    public string OsCode { get; init; } = "";

    public string OsName { get; init; } = "";

    public string OsVersion { get; init; } = "";

    public string ClientType { get; init; } = "";

    public string ClientCode { get; init; } = "";

    public string ClientName { get; init; } = "";

    public string ClientVersion { get; init; } = "";

    public string ClientEngine { get; init; } = "";

    public string ClientEngineVersion { get; init; } = "";

    public string DeviceName { get; init; } = "";

    public string DeviceBrand { get; init; } = "";

    public string DeviceModel { get; init; } = "";
}
