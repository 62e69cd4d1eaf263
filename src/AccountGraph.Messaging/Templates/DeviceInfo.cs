namespace AccountGraph.Messaging.Templates;

/// <summary>What is known of the requester's device; an empty part is shown as <c>UNKNOWN</c>.</summary>
/// <param name="Device">Brand.</param>
public sealed record DeviceInfo(string? Client, string? Device, string? OperatingSystem);
