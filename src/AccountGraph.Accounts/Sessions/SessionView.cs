namespace AccountGraph.Accounts.Sessions;

/// <summary>A session as the contract shows it to one request.</summary>
public sealed class SessionView
{
    private readonly Session _session;

    internal SessionView(Session session, bool isCurrent, string countryName)
    {
        _session = session;
        Current = isCurrent;
        CountryName = countryName;
    }

    public string Id => _session.Id;

    public string CreatedAt => _session.Texts.CreatedAt;

    public string UpdatedAt => _session.Texts.UpdatedAt;

    public string UserId => _session.UserId;

    public string Expire => _session.Texts.Expire;

    public string Provider => _session.Provider;

    public string ProviderUid => _session.ProviderUid ?? "";

    public string ProviderAccessToken { get; internal init; } = "";

    public string ProviderAccessTokenExpiry => _session.Texts.ProviderAccessTokenExpiry;

    public string ProviderRefreshToken { get; internal init; } = "";

    public string Ip => _session.Ip;

    public string OsCode => _session.Agent.OsCode;

    public string OsName => _session.Agent.OsName;

    public string OsVersion => _session.Agent.OsVersion;

    public string ClientType => _session.Agent.ClientType;

    public string ClientCode => _session.Agent.ClientCode;

    public string ClientName => _session.Agent.ClientName;

    public string ClientVersion => _session.Agent.ClientVersion;

    public string ClientEngine => _session.Agent.ClientEngine;

    public string ClientEngineVersion => _session.Agent.ClientEngineVersion;

    public string DeviceName => _session.Agent.DeviceName;

    public string DeviceBrand => _session.Agent.DeviceBrand;

    public string DeviceModel => _session.Agent.DeviceModel;

    public string CountryCode => _session.CountryCode;

    public string CountryName { get; }

    public bool Current { get; }

    public IReadOnlyList<string> Factors => _session.Factors;

    /// <summary>The session token, for API keys when the session opens; empty for everybody else.</summary>
    public string Secret { get; internal init; } = "";

    public string MfaUpdatedAt => _session.Texts.MfaUpdatedAt;
}
