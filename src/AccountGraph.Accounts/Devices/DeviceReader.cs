using System.Text.RegularExpressions;

namespace AccountGraph.Accounts.Devices;

/// <summary>Brand and model of a device, and its kind as far as they tell it.</summary>
internal sealed class DeviceReader(DeviceRules rules)
{
    private static readonly RulePattern Television = new("(?:HbbTV|SmartTvA)/([1-9]{1}(?:[.][0-9]{1}){1,2})");
    private static readonly RulePattern ShellTelevision = new(@"[a-z]+[ _]Shell[ _]\w{6}|tclwebkit(\d+[.\d]*)");
    private static readonly RulePattern Notebook = new("FBMD/");
    private static readonly RulePattern Desktop = new("(?:Windows (?:NT|IoT)|X11; Linux x86_64)");
    private static readonly RulePattern NotDesktop = new(
        "CE-HTML| Mozilla/|Andr[o0]id|Tablet|Mobile|iPhone|Windows Phone|ricoh|OculusBrowser|" +
        "PicoBrowser|Lenovo|compatible; MSIE|Trident/|Tesla/|XBOX|FBMD/|ARM; ?([^)]+)");

    private static readonly RulePattern Android = new("android ", prefix: "");

    // Chrome writes this instead of the model: there is none to be found.
    private static readonly RulePattern ReducedAndroid = new(
        @"Android (?:1[0-6][.\d]*; K(?: Build/|[;)])|1[0-6]\)) AppleWebKit", prefix: "");

    private static readonly RulePattern Telegram = new("Telegram-Android/", prefix: "");

    public DetectedDevice Read(UserAgentText text)
    {
        if (ReducedAndroid.IsIn(text) && !Telegram.IsIn(text)) return DetectedDevice.None;
        if (Desktop.IsIn(text) && !NotDesktop.IsIn(text)) return DetectedDevice.None;

        var device = ByRules(text) ?? DetectedDevice.None;
        return device.Brand.Length > 0 ? device : device with { Brand = BrandByFragment(text) };
    }

    private DetectedDevice? ByRules(UserAgentText text)
    {
        if (Television.IsIn(text))
        {
            var found = Find(rules.Televisions, text) ?? DetectedDevice.None;
            return found.Kind.Length > 0 ? found : found with { Kind = DeviceKind.Television };
        }

        if (ShellTelevision.IsIn(text))
        {
            return (Find(rules.ShellTelevisions, text) ?? DetectedDevice.None) with { Kind = DeviceKind.Television };
        }

        if (Notebook.IsIn(text) && Find(rules.Notebooks, text) is { } notebook)
        {
            return notebook with { Kind = DeviceKind.Desktop };
        }

        foreach (var group in rules.Devices)
        {
            if (Find(group, text) is { } device) return device;
        }

        return null;
    }

    private static DetectedDevice? Find(IReadOnlyList<DeviceRules.BrandRule> brands, UserAgentText text)
    {
        foreach (var rule in brands)
        {
            if (rule.Pattern.Match(text) is not { } match) continue;
            var device = Describe(rule, match, text);

            // An Android device that calls itself an iPhone is a copy of unknown make.
            return device.Brand == "Apple" && Android.IsIn(text) ? DetectedDevice.None : device;
        }

        return null;
    }

    private static DetectedDevice Describe(DeviceRules.BrandRule brand, Match match, UserAgentText text)
    {
        var kind = brand.Device ?? "";
        foreach (var model in brand.Models ?? [])
        {
            if (model.Pattern.Match(text) is not { } modelMatch) continue;
            return new DetectedDevice(
                model.Device ?? kind, model.Brand ?? brand.Brand, RuleTexts.Model(model.Model, modelMatch));
        }

        var single = brand.Models is null && brand.Model is not null ? RuleTexts.Model(brand.Model, match) : "";
        return new DetectedDevice(kind, brand.Brand, single);
    }

    private string BrandByFragment(UserAgentText text) =>
        rules.Vendors.FirstOrDefault(vendor => vendor.Patterns.Any(pattern => pattern.IsIn(text)))?.Brand ?? "";
}
