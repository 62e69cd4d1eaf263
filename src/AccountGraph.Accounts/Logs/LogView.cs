using AccountGraph.Accounts.Sessions;

namespace AccountGraph.Accounts.Logs;

/// <summary>An entry of the security log as the contract shows it to one request.</summary>
public sealed class LogView
{
    private readonly LogEntry _entry;
    private readonly AgentFields _agent;

    internal LogView(LogEntry entry, AgentFields agent, string countryCode, string countryName)
    {
        _entry = entry;
        _agent = agent;
        CountryCode = countryCode;
        CountryName = countryName;
    }

    public string Event => _entry.Event;

    public string UserId => _entry.UserId;

    public string UserEmail => _entry.UserEmail;

    public string UserName => _entry.UserName;

    public string Mode { get; } = "default";

    public string Ip => _entry.Ip;

    public string Time => _entry.TimeText;

    public string OsCode => _agent.OsCode;

    public string OsName => _agent.OsName;

    public string OsVersion => _agent.OsVersion;

    public string ClientType => _agent.ClientType;

    public string ClientCode => _agent.ClientCode;

    public string ClientName => _agent.ClientName;

    public string ClientVersion => _agent.ClientVersion;

    public string ClientEngine => _agent.ClientEngine;

    public string ClientEngineVersion => _agent.ClientEngineVersion;

    public string DeviceName => _agent.DeviceName;

    public string DeviceBrand => _agent.DeviceBrand;

    public string DeviceModel => _agent.DeviceModel;

    public string CountryCode { get; }

    public string CountryName { get; }
}
