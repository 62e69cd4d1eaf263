using System.Text.Json;

namespace AccountGraph.Accounts.Devices;

/// <summary>Matomo's rules as the build writes them to <c>devices.json</c>. The order of every list is the order in
/// which the rules are tried.</summary>
internal sealed class DeviceRules
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public required IReadOnlyList<SystemRule> Systems { get; init; }

    /// <summary>Code by name.</summary>
    public required IReadOnlyDictionary<string, string> SystemCodes { get; init; }

    /// <summary>Codes by name of the family.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> SystemFamilies { get; init; }

    /// <summary>Names of systems and of families.</summary>
    public required HashSet<string> DesktopSystems { get; init; }

    public required HashSet<string> AppleSystems { get; init; }

    public required IReadOnlyList<ClientGroup> Clients { get; init; }

    /// <summary>Code by name.</summary>
    public required IReadOnlyDictionary<string, string> BrowserCodes { get; init; }

    /// <summary>Codes of browsers that only phones and tablets have.</summary>
    public required HashSet<string> MobileBrowsers { get; init; }

    public required IReadOnlyList<EngineRule> Engines { get; init; }

    public required HashSet<string> TelevisionClients { get; init; }

    public required IReadOnlyList<BrandRule> Televisions { get; init; }

    public required IReadOnlyList<BrandRule> ShellTelevisions { get; init; }

    public required IReadOnlyList<BrandRule> Notebooks { get; init; }

    public required IReadOnlyList<IReadOnlyList<BrandRule>> Devices { get; init; }

    public required IReadOnlyList<VendorRule> Vendors { get; init; }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">The file does not hold rules.</exception>
    public static DeviceRules Load(string path)
    {
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<DeviceRules>(stream, Json) ?? throw new JsonException("The file is empty.");
    }

    internal sealed record VersionRule(string Regex, string Version)
    {
        public RulePattern Pattern { get; } = new(Regex);
    }

    internal sealed record SystemRule(
        string Regex, string Name, string? Version = null, IReadOnlyList<VersionRule>? Versions = null)
    {
        public RulePattern Pattern { get; } = new(Regex);
    }

    internal sealed record EngineRule(string Regex, string Name)
    {
        public RulePattern Pattern { get; } = new(Regex);
    }

    /// <param name="From">First version of the browser that has this engine.</param>
    internal sealed record EngineVersion(string From, string Name);

    internal sealed record ClientRule(
        string Regex,
        string Name,
        string Version,
        string? Engine = null,
        IReadOnlyList<EngineVersion>? EngineVersions = null)
    {
        public RulePattern Pattern { get; } = new(Regex);
    }

    internal sealed record ClientGroup(string Type, IReadOnlyList<ClientRule> Rules);

    internal sealed record ModelRule(string Regex, string Model, string? Device = null, string? Brand = null)
    {
        public RulePattern Pattern { get; } = new(Regex);
    }

    internal sealed record BrandRule(
        string Brand,
        string Regex,
        string? Device = null,
        string? Model = null,
        IReadOnlyList<ModelRule>? Models = null)
    {
        public RulePattern Pattern { get; } = new(Regex);
    }

    internal sealed record VendorRule(string Brand, IReadOnlyList<string> Regexes)
    {
        public IReadOnlyList<RulePattern> Patterns { get; } =
            [.. Regexes.Select(regex => new RulePattern(regex + "[^a-z0-9]+"))];
    }
}
