using System.Collections.Concurrent;

namespace AccountGraph.Accounts.Devices;

/// <summary>The engine of a browser. It is known from the browser's rule, or else from the user agent itself.</summary>
internal sealed class EngineReader(DeviceRules rules)
{
    private const string VersionNumber = @"\s*[/_]?\s*((?=\d+\.\d)\d+[.\d]*|\d{1,7}(?=\D|$))";

    private static readonly RulePattern GeckoBuild = new(@"(?:g|cl)ecko\/[0-9]{8,10}", prefix: "");
    private static readonly RulePattern GeckoRevision = new(@"[ ]rv[: ]([0-9.]+)", prefix: "");

    private readonly ConcurrentDictionary<string, RulePattern> _versions = new();

    public (string Engine, string Version) Read(
        DeviceRules.ClientRule rule, string browser, string browserVersion, UserAgentText text)
    {
        var engine = OfRule(rule, browserVersion);
        if (engine.Length == 0) engine = OfText(text);
        return WithException(browser, engine, VersionOf(engine, text));
    }

    // The versions are sorted; the last one not above the browser's counts.
    private static string OfRule(DeviceRules.ClientRule rule, string browserVersion)
    {
        var engine = rule.Engine ?? "";
        if (browserVersion.Length == 0) return engine;
        foreach (var version in rule.EngineVersions ?? [])
        {
            if (RuleTexts.CompareVersions(browserVersion, version.From) >= 0) engine = version.Name;
        }

        return engine;
    }

    private string OfText(UserAgentText text) =>
        rules.Engines.FirstOrDefault(engine => engine.Pattern.IsIn(text))?.Name ?? "";

    private string VersionOf(string engine, UserAgentText text)
    {
        if (engine.Length == 0) return "";
        if (engine is "Gecko" or "Clecko"
            && GeckoRevision.Match(text) is { } revision
            && GeckoBuild.IsIn(text))
        {
            return revision.Groups[1].Value;
        }

        var pattern = _versions.GetOrAdd(engine, name => new RulePattern($"(?:{TokenOf(name)}){VersionNumber}", ""));
        return pattern.Match(text)?.Groups[1].Value ?? "";
    }

    // What stands before the version where that is not the engine's name.
    private static string TokenOf(string engine) => engine switch
    {
        "Blink" => "Chr[o0]me|Chromium|Cronet",
        "LibWeb" => @"LibWeb\+LibJs\/",
        "Arachne" => @"Arachne\/5\.",
        _ => engine,
    };

    // Browsers whose user agent claims more than is true.
    private static (string Engine, string Version) WithException(string browser, string engine, string version) =>
        (browser, engine) switch
        {
            ("Flow Browser", "Blink") => (engine, ""),
            ("Every Browser", _) or ("TV-Browser Internet", "Gecko") => ("Blink", ""),
            _ => (engine, version),
        };
}
