using AccountGraph.Accounts.Security;
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
    public const string Generation = "generation";
    public const string Factors = "factors";
    public const string Expire = "expire";
    public const string MfaUpdatedAt = "mfaUpdatedAt";
    public const string CreatedAt = "createdAt";
    public const string UpdatedAt = "updatedAt";

    private const int LongestUserAgent = 16_384;
    private const int MostPerUser = 1000;

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
            [Generation] = FieldKind.Integer,
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

    /// <summary>User agents are the one text that is cut instead of refused: nobody types them.</summary>
    public static string? CutUserAgent(string? userAgent) =>
        userAgent?.Length > LongestUserAgent ? userAgent[..LongestUserAgent] : userAgent;

    public static string KeyOf(string secret) => Secrets.Sha256Hex(secret);

    /// <summary>Oldest first: ids sort in the order of creation.</summary>
    public static Query OfUser(string userKey) =>
        new(Filter.Equal(UserKey, userKey), new Sort(SessionId), MostPerUser);

    public static Document New(
        string key, string sessionId, User user, SessionStart start, SessionOrigin origin, Instant expire, Instant now)
    {
        var agent = origin.Agent;
        return new Document(key, 1, new FieldSet
        {
            { ProjectId, user.ProjectId },
            { SessionId, sessionId },
            { UserKey, user.Key },
            { UserId, user.Id },
            { Provider, start.Provider },
            { ProviderUid, start.ProviderUid },
            { ProviderAccessToken, start.ProviderAccessToken },
            { ProviderRefreshToken, start.ProviderRefreshToken },
            { ProviderAccessTokenExpiry, start.ProviderAccessTokenExpiry },
            { UserAgent, origin.UserAgent },
            { Ip, origin.Ip },
            { CountryCode, origin.CountryCode },
            { OsCode, agent.OsCode },
            { OsName, agent.OsName },
            { OsVersion, agent.OsVersion },
            { ClientType, agent.ClientType },
            { ClientCode, agent.ClientCode },
            { ClientName, agent.ClientName },
            { ClientVersion, agent.ClientVersion },
            { ClientEngine, agent.ClientEngine },
            { ClientEngineVersion, agent.ClientEngineVersion },
            { DeviceName, agent.DeviceName },
            { DeviceBrand, agent.DeviceBrand },
            { DeviceModel, agent.DeviceModel },
            { Generation, user.SessionGeneration },
            { Factors, start.Factors },
            { Expire, expire },
            { CreatedAt, now },
            { UpdatedAt, now },
        });
    }
}
