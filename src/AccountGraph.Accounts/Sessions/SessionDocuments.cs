using System.Security.Cryptography;
using System.Text;
using AccountGraph.Accounts.Users;
using AccountGraph.Storage;

namespace AccountGraph.Accounts.Sessions;

internal static class SessionDocuments
{
    public const string ProjectId = "projectId";
    public const string SessionId = "sessionId";
    public const string UserKey = "userKey";
    public const string UserId = "userId";
    public const string Provider = "provider";
    public const string ProviderUid = "providerUid";
    public const string ProviderAccessToken = "providerAccessToken";
    public const string ProviderRefreshToken = "providerRefreshToken";
    public const string ProviderAccessTokenExpiry = "providerAccessTokenExpiry";
    public const string UserAgent = "userAgent";
    public const string Ip = "ip";
    public const string CountryCode = "countryCode";
    public const string Factors = "factors";
    public const string Expire = "expire";
    public const string MfaUpdatedAt = "mfaUpdatedAt";
    public const string CreatedAt = "createdAt";
    public const string UpdatedAt = "updatedAt";

    public const int LongestUserAgent = 16_384;
    public const int MostPerUser = 1000;

    private const string OsCode = "osCode";
    private const string OsName = "osName";
    private const string OsVersion = "osVersion";
    private const string ClientType = "clientType";
    private const string ClientCode = "clientCode";
    private const string ClientName = "clientName";
    private const string ClientVersion = "clientVersion";
    private const string ClientEngine = "clientEngine";
    private const string ClientEngineVersion = "clientEngineVersion";
    private const string DeviceName = "deviceName";
    private const string DeviceBrand = "deviceBrand";
    private const string DeviceModel = "deviceModel";

    public static CollectionDefinition Collection { get; } = new(
        "sessions",
        new Dictionary<string, FieldKind>
        {
            [ProjectId] = FieldKind.Text,
            [SessionId] = FieldKind.Text,
            [UserKey] = FieldKind.Text,
            [UserId] = FieldKind.Text,
            [Provider] = FieldKind.Text,
            [ProviderUid] = FieldKind.Text,
            [ProviderAccessToken] = FieldKind.Text,
            [ProviderRefreshToken] = FieldKind.Text,
            [ProviderAccessTokenExpiry] = FieldKind.Instant,
            [UserAgent] = FieldKind.Text,
            [Ip] = FieldKind.Text,
            [CountryCode] = FieldKind.Text,
            [OsCode] = FieldKind.Text,
            [OsName] = FieldKind.Text,
            [OsVersion] = FieldKind.Text,
            [ClientType] = FieldKind.Text,
            [ClientCode] = FieldKind.Text,
            [ClientName] = FieldKind.Text,
            [ClientVersion] = FieldKind.Text,
            [ClientEngine] = FieldKind.Text,
            [ClientEngineVersion] = FieldKind.Text,
            [DeviceName] = FieldKind.Text,
            [DeviceBrand] = FieldKind.Text,
            [DeviceModel] = FieldKind.Text,
            [Factors] = FieldKind.Texts,
            [Expire] = FieldKind.Instant,
            [MfaUpdatedAt] = FieldKind.Instant,
            [CreatedAt] = FieldKind.Instant,
            [UpdatedAt] = FieldKind.Instant,
        },
        [
            new IndexDefinition("sessionsExpire", [Expire], Expires: true),
        ],
        PartitionField: UserKey);

    public static Session Map(Document document) => document.As(static stored => new Session(stored));

    public static AgentFields MapAgent(Document document) => new()
    {
        OsCode = document.Text(OsCode) ?? "",
        OsName = document.Text(OsName) ?? "",
        OsVersion = document.Text(OsVersion) ?? "",
        ClientType = document.Text(ClientType) ?? "",
        ClientCode = document.Text(ClientCode) ?? "",
        ClientName = document.Text(ClientName) ?? "",
        ClientVersion = document.Text(ClientVersion) ?? "",
        ClientEngine = document.Text(ClientEngine) ?? "",
        ClientEngineVersion = document.Text(ClientEngineVersion) ?? "",
        DeviceName = document.Text(DeviceName) ?? "",
        DeviceBrand = document.Text(DeviceBrand) ?? "",
        DeviceModel = document.Text(DeviceModel) ?? "",
    };

    public static string KeyOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Oldest first: ids sort in the order of creation.</summary>
    public static Query OfUser(string userKey) =>
        new(Filter.Equal(UserKey, userKey), new Sort(SessionId), MostPerUser);

    public static Document New(string key, User user, NewSession session, Instant now) => new(
        key,
        1,
        new FieldSet
        {
            { ProjectId, user.ProjectId },
            { SessionId, session.Id },
            { UserKey, user.Key },
            { UserId, user.Id },
            { Provider, session.Provider },
            { ProviderUid, session.ProviderUid },
            { ProviderAccessToken, session.ProviderAccessToken },
            { ProviderRefreshToken, session.ProviderRefreshToken },
            { ProviderAccessTokenExpiry, session.ProviderAccessTokenExpiry },
            { UserAgent, session.UserAgent },
            { Ip, session.Ip },
            { CountryCode, session.CountryCode },
            { OsCode, session.Agent.OsCode },
            { OsName, session.Agent.OsName },
            { OsVersion, session.Agent.OsVersion },
            { ClientType, session.Agent.ClientType },
            { ClientCode, session.Agent.ClientCode },
            { ClientName, session.Agent.ClientName },
            { ClientVersion, session.Agent.ClientVersion },
            { ClientEngine, session.Agent.ClientEngine },
            { ClientEngineVersion, session.Agent.ClientEngineVersion },
            { DeviceName, session.Agent.DeviceName },
            { DeviceBrand, session.Agent.DeviceBrand },
            { DeviceModel, session.Agent.DeviceModel },
            { Factors, session.Factors },
            { Expire, session.Expire },
            { CreatedAt, now },
            { UpdatedAt, now },
        });
}
