using System.Net;
using System.Net.Sockets;

namespace AccountGraph.Gateway.Tests.RateLimits;

/// <summary>Forwards connections to a port, and can forget those it has: they stay open and nothing passes any
/// more, as when the machine at the other end loses its power.</summary>
internal sealed class SilentNetwork : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _target;
    private readonly Task _accepting;
    private readonly List<TcpClient> _ends = [];
    private CancellationTokenSource _forwarding = new();

    public SilentNetwork(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void ForgetConnections() => Interlocked.Exchange(ref _forwarding, new CancellationTokenSource()).Cancel();

    public async ValueTask DisposeAsync()
    {
        await _forwarding.CancelAsync();
        _listener.Stop();
        await _accepting;
        foreach (var end in _ends) end.Dispose();
        _forwarding.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptTcpClientAsync();
                var far = new TcpClient();
                _ends.AddRange([near, far]);
                await far.ConnectAsync(IPAddress.Loopback, _target);
                _ = ForwardAsync(near, far, _forwarding.Token);
                _ = ForwardAsync(far, near, _forwarding.Token);
            }
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
    }

    private static async Task ForwardAsync(TcpClient from, TcpClient to, CancellationToken forwarding)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream(), forwarding);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // Forgotten, or closed by one end.
        }
    }
}
