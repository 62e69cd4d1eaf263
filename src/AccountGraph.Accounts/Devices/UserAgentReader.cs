using AccountGraph.Accounts.Sessions;

namespace AccountGraph.Accounts.Devices;

/// <summary>One reading of a user agent: system, client, device, in the end what one says about the other.</summary>
internal sealed class UserAgentReader(DeviceRules rules)
{
    private readonly OperatingSystemReader _systems = new(rules);
    private readonly ClientReader _clients = new(rules);
    private readonly DeviceReader _devices = new(rules);
    private readonly DeviceKind _kinds = new(rules);

    public AgentFields Read(UserAgentText text)
    {
        var system = _systems.Read(text);
        var client = _clients.Read(text);
        var device = Consistent(_devices.Read(text), system);
        return new AgentFields
        {
            OsCode = system.Code,
            OsName = system.Name,
            OsVersion = system.Version,
            ClientType = client.Type,
            ClientCode = client.Code,
            ClientName = client.Name,
            ClientVersion = client.Version,
            ClientEngine = client.Engine,
            ClientEngineVersion = client.EngineVersion,
            DeviceName = _kinds.Of(text, system, client, device.Kind),
            DeviceBrand = device is { Brand: "" } && system.Name == "Coolita OS" ? "coocaa" : device.Brand,
            DeviceModel = device.Model,
        };
    }

    // Apple's systems run on Apple's devices only, and no other system does.
    private DetectedDevice Consistent(DetectedDevice device, DetectedSystem system)
    {
        var isAppleSystem = rules.AppleSystems.Contains(system.Name);
        if (device.Brand == "Apple" && !isAppleSystem) device = DetectedDevice.None;
        if (device.Brand.Length == 0 && isAppleSystem) device = device with { Brand = "Apple" };
        return system.Name == "ThinOS" ? device with { Brand = "Dell" } : device;
    }
}
