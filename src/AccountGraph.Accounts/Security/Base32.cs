namespace AccountGraph.Accounts.Security;

/// <summary>RFC 4648 §6, upper case without padding: the form that authenticator apps read.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[((bytes.Length * 8) + 4) / 5];
        var at = 0;
        var buffer = 0;
        var bits = 0;
        foreach (var value in bytes)
        {
            buffer = ((buffer & 0x1F) << 8) | value;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text[at++] = Alphabet[(buffer >> (bits - 5)) & 0x1F];
            }
        }

        if (bits > 0) text[at] = Alphabet[(buffer << (5 - bits)) & 0x1F];
        return new string(text);
    }

    /// <summary>Null when a character does not belong.</summary>
    public static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        var at = 0;
        var buffer = 0;
        var bits = 0;
        foreach (var character in text)
        {
            var value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0) return null;
            buffer = ((buffer & 0x7F) << 5) | value;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes[at++] = (byte)(buffer >> bits);
        }

        return bytes;
    }
}
