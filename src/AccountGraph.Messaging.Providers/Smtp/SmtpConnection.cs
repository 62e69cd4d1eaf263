using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace AccountGraph.Messaging.Providers.Smtp;

/// <summary>Lines to and from a mail server, with bounds on what it may say.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int MaxLineBytes = 2_048;
    private const int MaxLines = 128;

    private readonly byte[] _buffer = new byte[MaxLineBytes];
    private readonly IPAddress _localAddress;
    private Stream _stream;
    private int _start;
    private int _end;

    private SmtpConnection(Stream stream, IPAddress localAddress)
    {
        _stream = stream;
        _localAddress = localAddress;
    }

    public bool IsEncrypted => _stream is SslStream;

    /// <summary>This side's name in EHLO: an address literal, valid where a container's host name is not.</summary>
    public string ClientName =>
        _localAddress.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{_localAddress}]" : $"[{_localAddress}]";

    public static async Task<SmtpConnection> OpenAsync(string host, int port, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, cancellation);
            var address = ((IPEndPoint)socket.LocalEndPoint!).Address;
            if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
            return new SmtpConnection(new NetworkStream(socket, ownsSocket: true), address);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <exception cref="SmtpProtocolException">Something was sent before the encryption began: whoever sits in
    /// between may have put it there to be taken for the server's words (CVE-2011-0411 and its kin).</exception>
    public async Task EncryptAsync(SslClientAuthenticationOptions options, CancellationToken cancellation)
    {
        if (_start != _end) throw new SmtpProtocolException("data before the encryption began");
        var encrypted = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(options, cancellation);
    }

    public async Task<SmtpReply> CommandAsync(string command, CancellationToken cancellation)
    {
        // No argument that was not checked gets here; this keeps it so.
        if (command.AsSpan().ContainsAny('\r', '\n')) throw new SmtpProtocolException("a line break in a command");
        await WriteAsync(command + "\r\n", cancellation);
        return await ReadReplyAsync(cancellation);
    }

    public async Task<SmtpReply> ReadReplyAsync(CancellationToken cancellation)
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await ReadLineAsync(cancellation);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code) || code is < 200 or > 599
                || (line.Length > 3 && line[3] is not (' ' or '-')))
            {
                throw new SmtpProtocolException("an answer that is not SMTP");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ') return new SmtpReply(code, lines);
            if (lines.Count == MaxLines) throw new SmtpProtocolException("an answer without an end");
        }
    }

    public async Task WriteAsync(string text, CancellationToken cancellation)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        await _stream.FlushAsync(cancellation);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task<string> ReadLineAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var end = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            if (end >= 0)
            {
                var line = Encoding.UTF8.GetString(_buffer, _start, end - _start).TrimEnd('\r');
                _start = end + 1;
                return line;
            }

            await FillAsync(cancellation);
        }
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length) throw new SmtpProtocolException("a line without an end");
        var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellation);
        if (read == 0) throw new SmtpProtocolException("the connection was closed");
        _end += read;
    }
}
