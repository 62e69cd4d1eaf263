namespace AccountGraph.Accounts.Devices;

internal sealed class OperatingSystemReader
{
    private readonly DeviceRules _rules;
    private readonly CodedNames _names;
    private readonly Dictionary<string, string> _familyOf;

    public OperatingSystemReader(DeviceRules rules)
    {
        _rules = rules;
        _names = new CodedNames(rules.SystemCodes);
        _familyOf = rules.SystemFamilies
            .SelectMany(family => family.Value.Select(code => (Code: code, Family: family.Key)))
            .DistinctBy(member => member.Code)
            .ToDictionary(member => member.Code, member => member.Family);
    }

    public DetectedSystem Read(UserAgentText text)
    {
        foreach (var rule in _rules.Systems)
        {
            if (rule.Pattern.Match(text) is not { } match) continue;

            var (name, code) = _names.Find(RuleTexts.Fill(rule.Name, match));
            var version = VersionByModel(rule, text)
                ?? (rule.Version is null ? "" : RuleTexts.Version(rule.Version, match));
            return new DetectedSystem(code, name, version, _familyOf.GetValueOrDefault(code, ""));
        }

        return DetectedSystem.None;
    }

    private static string? VersionByModel(DeviceRules.SystemRule rule, UserAgentText text)
    {
        foreach (var version in rule.Versions ?? [])
        {
            if (version.Pattern.Match(text) is { } match) return RuleTexts.Version(version.Version, match);
        }

        return null;
    }
}
