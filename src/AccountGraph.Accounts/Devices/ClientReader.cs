using System.Text.RegularExpressions;

namespace AccountGraph.Accounts.Devices;

internal sealed class ClientReader(DeviceRules rules)
{
    private readonly EngineReader _engines = new(rules);
    private readonly CodedNames _browsers = new(rules.BrowserCodes);

    public DetectedClient Read(UserAgentText text)
    {
        foreach (var group in rules.Clients)
        {
            foreach (var rule in group.Rules)
            {
                if (rule.Pattern.Match(text) is not { } match) continue;
                var name = RuleTexts.Fill(rule.Name, match);
                if (name.Length > 0) return Describe(group, rule, match, name, text);
                break;
            }
        }

        return DetectedClient.None;
    }

    private DetectedClient Describe(
        DeviceRules.ClientGroup group, DeviceRules.ClientRule rule, Match match, string asWritten, UserAgentText text)
    {
        var version = RuleTexts.Version(rule.Version, match);
        if (group.Type != DetectedClient.Browser)
        {
            return DetectedClient.None with { Type = group.Type, Name = asWritten, Version = version };
        }

        var (name, code) = _browsers.Find(asWritten);
        var (engine, engineVersion) = _engines.Read(rule, name, version, text);
        return new DetectedClient(group.Type, code, name, version, engine, engineVersion);
    }
}
