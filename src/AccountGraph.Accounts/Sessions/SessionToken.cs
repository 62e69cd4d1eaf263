using System.Text;
using System.Text.Json;
using System.Text.Encodings.Web;

namespace AccountGraph.Accounts.Sessions;

/// <summary>The text form of a session's credentials: base64 of <c>{"id":"user id","secret":"…"}</c>.</summary>
public readonly record struct SessionToken(string UserId, string Secret)
{
    private const int LongestText = 4096;

    public string Encode() =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(
            $$"""{"id":"{{JavaScriptEncoder.Default.Encode(UserId)}}","secret":"{{Secret}}"}"""));

    /// <summary>Null when the text is not of this form: such a caller is a guest, which is no error.</summary>
    public static SessionToken? Decode(string text)
    {
        if (text.Length is 0 or > LongestText) return null;
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length)) return null;
        try
        {
            return Read(new Utf8JsonReader(bytes.AsSpan(0, length)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A reader and not a parsed document: this runs on every signed-in request.
    private static SessionToken? Read(Utf8JsonReader reader)
    {
        string? id = null;
        string? secret = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            var isSecret = reader.ValueTextEquals("secret"u8);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String && isId) id = reader.GetString();
            else if (reader.TokenType == JsonTokenType.String && isSecret) secret = reader.GetString();
            else reader.Skip();
        }

        return id is { Length: > 0 } && secret is { Length: > 0 } ? new SessionToken(id, secret) : null;
    }

    public override string ToString() => UserId;
}
