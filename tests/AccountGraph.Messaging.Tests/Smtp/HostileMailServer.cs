using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AccountGraph.Messaging.Tests.Smtp;

/// <summary>Plays a script to the first caller, honest or not, and keeps every line the caller says.</summary>
internal sealed class HostileMailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _playing;

    /// <param name="script">Each entry is sent after one line of the caller, the first at once. Null hangs up;
    /// after the last one the server is silent.</param>
    public HostileMailServer(params string?[] script)
    {
        _listener.Start();
        _playing = PlayAsync(script);
    }

    public ConcurrentQueue<string> Heard { get; } = new();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    /// <summary>Everything the caller said, once it is gone.</summary>
    public async Task<IReadOnlyList<string>> HeardToTheEndAsync()
    {
        await _playing.WaitAsync(TimeSpan.FromSeconds(20));
        return [.. Heard];
    }

    private async Task PlayAsync(string?[] script)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        try
        {
            foreach (var entry in script)
            {
                if (entry is null) return;
                await stream.WriteAsync(Encoding.UTF8.GetBytes(entry));
                if (!await HearAsync(reader, isMail: entry.StartsWith("354", StringComparison.Ordinal))) return;
            }

            while (await HearAsync(reader, isMail: false))
            {
                // Listens on without a word.
            }
        }
        catch (IOException)
        {
            // The caller hung up, as it should.
        }
    }

    private async Task<bool> HearAsync(StreamReader reader, bool isMail)
    {
        string? line;
        do
        {
            line = await reader.ReadLineAsync();
            if (line is not null) Heard.Enqueue(line);
        }
        while (isMail && line is not null && line != ".");
        return line is not null;
    }
}
