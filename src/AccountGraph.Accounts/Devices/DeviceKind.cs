namespace AccountGraph.Accounts.Devices;

/// <summary>Decides what kind of device it is where brand and model do not tell, from the fragments that browsers
/// and systems write.</summary>
internal sealed class DeviceKind(DeviceRules rules)
{
    public const string Desktop = "desktop";
    public const string Television = "tv";
    private const string Smartphone = "smartphone";
    private const string Tablet = "tablet";
    private const string FeaturePhone = "feature phone";
    private const string Wearable = "wearable";
    private const string Peripheral = "peripheral";

    private static readonly RulePattern VirtualReality = Fragment(@"Android( [.0-9]+)?; Mobile VR;| VR ");
    private static readonly RulePattern Chrome = Fragment("Chrome/[.0-9]*");
    private static readonly RulePattern Mobile = Fragment("(Mobile|eliboM)");
    private static readonly RulePattern Pad = Fragment("Pad/APad");
    private static readonly RulePattern TabletWord = Fragment(
        @"Android( [.0-9]+)?; Tablet;|Tablet(?! PC)|.*-tablet$|Opera Tablet");
    private static readonly RulePattern MobileWord = Fragment(@"Android( [.0-9]+)?; Mobile;|.*-mobile$");
    private static readonly RulePattern Touch = Fragment("Touch");
    private static readonly RulePattern PuffinDesktop = Fragment(@"Puffin/(?:\d+[.\d]+)[LMW]D");
    private static readonly RulePattern PuffinSmartphone = Fragment(@"Puffin/(?:\d+[.\d]+)[AIFLW]P");
    private static readonly RulePattern PuffinTablet = Fragment(@"Puffin/(?:\d+[.\d]+)[AILW]T");
    private static readonly RulePattern OperaTelevision = Fragment("Opera TV Store| OMI/");
    private static readonly RulePattern AndroidTelevision = Fragment(
        @"Andr0id|(?:Android(?: UHD)?|Google) TV|\(lite\) TV|BRAVIA|Firebolt| TV$");
    private static readonly RulePattern SmartTelevision = Fragment(@"SmartTV|Tizen.+ TV .+$");
    private static readonly RulePattern TelevisionWord = Fragment(@"\(TV;");
    private static readonly RulePattern DesktopWord = Fragment(@"(?:Desktop|PC)(?: (x(?:32|64)|WOW64))?;");

    public string Of(UserAgentText text, DetectedSystem system, DetectedClient client, string kind)
    {
        kind = OfPhoneOrTablet(text, system, kind);
        kind = OfSystem(text, system, kind);
        if (kind.Length == 0) kind = OfPuffin(text);
        kind = OfTelevision(text, system, client, kind);
        if (kind != Desktop && DesktopWord.IsIn(text)) return Desktop;
        return kind.Length == 0 && IsDesktop(system, client) ? Desktop : kind;
    }

    private static string OfPhoneOrTablet(UserAgentText text, DetectedSystem system, string kind)
    {
        if (kind.Length == 0 && VirtualReality.IsIn(text)) kind = Wearable;

        // Chrome on Android tells phones from tablets by one word.
        if (kind.Length == 0 && system.IsAndroid && Chrome.IsIn(text)) kind = Mobile.IsIn(text) ? Smartphone : Tablet;
        if (kind == Smartphone && Pad.IsIn(text)) kind = Tablet;
        if (kind.Length == 0 && TabletWord.IsIn(text)) kind = Tablet;
        if (kind.Length == 0 && MobileWord.IsIn(text)) kind = Smartphone;
        return kind.Length == 0 && system.Name == "Android" ? OfOldAndroid(system.Version) : kind;
    }

    // Before 2 there were only phones, and 3 was made for tablets; later versions run on both.
    private static string OfOldAndroid(string version)
    {
        if (version.Length == 0) return "";
        if (RuleTexts.CompareVersions(version, "2.0") < 0) return Smartphone;
        var isThree = RuleTexts.CompareVersions(version, "3.0") >= 0 && RuleTexts.CompareVersions(version, "4.0") < 0;
        return isThree ? Tablet : "";
    }

    private static string OfSystem(UserAgentText text, DetectedSystem system, string kind)
    {
        if (kind == FeaturePhone && system.IsAndroid) kind = Smartphone;
        if (kind.Length == 0 && system.Name == "Java ME") kind = FeaturePhone;
        if (system.Name == "KaiOS") kind = FeaturePhone;

        // Windows 8 and later say when they have a touch screen; most that do are tablets.
        var hasTouchWord = system.Name == "Windows RT"
            || (system.Name == "Windows" && RuleTexts.CompareVersions(system.Version, "8") >= 0);
        return kind.Length == 0 && hasTouchWord && Touch.IsIn(text) ? Tablet : kind;
    }

    // Puffin writes system and kind of device as two letters behind its version.
    private static string OfPuffin(UserAgentText text) =>
        PuffinTablet.IsIn(text) ? Tablet
        : PuffinSmartphone.IsIn(text) ? Smartphone
        : PuffinDesktop.IsIn(text) ? Desktop
        : "";

    private string OfTelevision(UserAgentText text, DetectedSystem system, DetectedClient client, string kind)
    {
        if (OperaTelevision.IsIn(text) || system.Name == "Coolita OS") return Television;
        if (rules.TelevisionClients.Contains(client.Name)) return Television;
        if (kind is not (Television or Wearable or Peripheral) && AndroidTelevision.IsIn(text)) return Television;
        return kind.Length == 0 && (SmartTelevision.IsIn(text) || TelevisionWord.IsIn(text)) ? Television : kind;
    }

    private bool IsDesktop(DetectedSystem system, DetectedClient client)
    {
        var isMobileBrowser = client.Type == DetectedClient.Browser && rules.MobileBrowsers.Contains(client.Code);
        return !isMobileBrowser
            && system.Name.Length > 0
            && (rules.DesktopSystems.Contains(system.Name) || rules.DesktopSystems.Contains(system.Family));
    }

    private static RulePattern Fragment(string regex) => new(regex, prefix: "(?:^|[^A-Z_-])");
}
