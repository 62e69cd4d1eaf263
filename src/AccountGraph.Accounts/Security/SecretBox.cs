using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AccountGraph.Accounts.Security;

/// <summary>Seals what must be read again: TOTP seeds, recovery codes, provider tokens. AES-256-GCM; a sealed
/// text opens only for the purpose and the owner it was sealed for, so that it cannot be moved to another
/// field or another user.</summary>
public sealed class SecretBox(KeyRing keys)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const char Separator = '.';

    private readonly KeyRing _keys = keys.DeriveFor("accountgraph secret box v1");

    public string Seal(Secret plain, string purpose, string owner)
    {
        var key = _keys.Current;
        var text = Encoding.UTF8.GetBytes(plain.Reveal());
        var box = new byte[NonceBytes + text.Length + TagBytes];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);

        using var cipher = new AesGcm(key.Material, TagBytes);
        cipher.Encrypt(nonce, text, box.AsSpan(NonceBytes, text.Length), box.AsSpan(^TagBytes..), Bind(purpose, owner));
        CryptographicOperations.ZeroMemory(text);
        return key.Id + Separator + Base64Url.EncodeToString(box);
    }

    /// <summary>Null when the text is damaged, was sealed for another purpose or owner or by a lost key.</summary>
    public Secret? Open(string sealedText, string purpose, string owner)
    {
        var split = sealedText.IndexOf(Separator, StringComparison.Ordinal);
        if (split < 0 || _keys.Find(sealedText.AsSpan(0, split)) is not { } key) return null;

        var encoded = sealedText.AsSpan(split + 1);
        if (!Base64Url.IsValid(encoded, out var length) || length < NonceBytes + TagBytes) return null;

        var box = Base64Url.DecodeFromChars(encoded);
        var text = new byte[box.Length - NonceBytes - TagBytes];
        try
        {
            using var cipher = new AesGcm(key.Material, TagBytes);
            cipher.Decrypt(
                box.AsSpan(0, NonceBytes),
                box.AsSpan(NonceBytes, text.Length),
                box.AsSpan(^TagBytes..),
                text,
                Bind(purpose, owner));
            return new Secret(Encoding.UTF8.GetString(text));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>False when an older key sealed the text: seal it again when it is next at hand.</summary>
    public bool IsSealedByCurrentKey(string sealedText) =>
        sealedText.StartsWith(_keys.Current.Id + Separator, StringComparison.Ordinal);

    // The length in front keeps ("ab", "c") and ("a", "bc") apart.
    private static byte[] Bind(string purpose, string owner) =>
        Encoding.UTF8.GetBytes($"{purpose.Length}:{purpose}{owner}");
}
