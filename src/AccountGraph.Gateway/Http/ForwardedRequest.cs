using System.Net;
using AccountGraph.Gateway.Hosting;
using Microsoft.Extensions.Options;

namespace AccountGraph.Gateway.Http;

/// <summary>Where a request really came from and which address it was sent to. Forwarded headers count only
/// when the connection comes from a configured proxy.</summary>
internal sealed class ForwardedRequest
{
    private readonly IPNetwork[] _trusted;

    public ForwardedRequest(IOptions<ServerOptions> options)
    {
        _trusted = [.. options.Value.TrustedProxies.Select(Parse)];
    }

    /// <summary>The client's address. Proxies append to <c>X-Forwarded-For</c>, so whatever stands left of the
    /// last address that is not a proxy's was written by the client and proves nothing.</summary>
    public string ClientAddress(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } peer) return "0.0.0.0";
        if (!IsTrusted(peer)) return Text(peer);
        var forwarded = http.Request.Headers["X-Forwarded-For"].ToString();
        var client = peer;
        while (forwarded.Length > 0)
        {
            var comma = forwarded.LastIndexOf(',');
            if (!IPAddress.TryParse(forwarded.AsSpan(comma + 1).Trim(), out var address)) break;
            client = address;
            if (!IsTrusted(address)) break;
            forwarded = comma < 0 ? "" : forwarded[..comma];
        }

        return Text(client);
    }

    /// <summary>The address named by a caller that holds an API key: the first of <c>X-Forwarded-For</c>, as a
    /// server passes on its own visitor's.</summary>
    public static string? NamedByKeyHolder(HttpContext http)
    {
        var forwarded = http.Request.Headers["X-Forwarded-For"].ToString();
        if (forwarded.Length == 0) return null;
        var comma = forwarded.IndexOf(',', StringComparison.Ordinal);
        var first = comma < 0 ? forwarded.AsSpan() : forwarded.AsSpan(0, comma);
        return IPAddress.TryParse(first.Trim(), out var address) ? Text(address) : null;
    }

    /// <summary>True when the client's own connection is encrypted.</summary>
    public bool IsHttps(HttpContext http) =>
        ForwardedValue(http, "X-Forwarded-Proto") is { } scheme
            ? scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
            : http.Request.IsHttps;

    /// <summary>Host name of the server as the client sees it, without the port.</summary>
    public string Host(HttpContext http) =>
        ForwardedValue(http, "X-Forwarded-Host") is { } host
            ? new HostString(host).Host
            : http.Request.Host.Host;

    private string? ForwardedValue(HttpContext http, string header)
    {
        if (_trusted.Length == 0) return null;
        if (http.Connection.RemoteIpAddress is not { } peer || !IsTrusted(peer)) return null;
        var value = http.Request.Headers[header].ToString();
        if (value.Length == 0) return null;
        var comma = value.LastIndexOf(',');
        return value[(comma + 1)..].Trim();
    }

    private bool IsTrusted(IPAddress address)
    {
        if (_trusted.Length == 0) return false;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        foreach (var network in _trusted)
        {
            if (network.Contains(address)) return true;
        }

        return false;
    }

    private static string Text(IPAddress address) =>
        (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();

    private static IPNetwork Parse(string text) =>
        ServerOptions.TryParseNetwork(text, out var network)
            ? network
            : throw new FormatException($"Server:TrustedProxies holds \"{text}\".");
}
