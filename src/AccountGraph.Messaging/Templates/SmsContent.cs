namespace AccountGraph.Messaging.Templates;

/// <summary>The values of one text message. Each member is a template of its own.</summary>
public abstract record SmsContent(string Code, long LifetimeSeconds)
{
    public sealed record Login(string Code, long LifetimeSeconds) : SmsContent(Code, LifetimeSeconds);

    public sealed record Verification(string Code, long LifetimeSeconds) : SmsContent(Code, LifetimeSeconds);

    public sealed record MfaChallenge(string Code, long LifetimeSeconds) : SmsContent(Code, LifetimeSeconds);
}
