using System.Globalization;
using System.Text.RegularExpressions;

namespace AccountGraph.Messaging.Providers;

/// <summary>An address that may stand in a mail header and in an SMTP command: visible ASCII, the domain in its
/// ASCII form. What else an address may be (quoted parts, other scripts before the @) is refused.</summary>
internal sealed partial record EmailAddress
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string address, string? name) => (Address, Name) = (address, name);

    public string Address { get; }

    public string? Name { get; }

    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];

    /// <summary>Null when the text is neither <c>address</c> nor <c>Name &lt;address&gt;</c>.</summary>
    public static EmailAddress? Parse(string text)
    {
        var open = text.LastIndexOf('<');
        if (open < 0 || text[^1] != '>') return Create(text.Trim(), null);
        var name = text[..open].Trim();
        if (name is ['"', .. var inner, '"']) name = inner;
        return Create(text[(open + 1)..^1].Trim(), name.Length == 0 ? null : name);
    }

    public static EmailAddress? Create(string address, string? name)
    {
        var at = address.LastIndexOf('@');
        if (at < 1 || AsciiDomain(address[(at + 1)..]) is not { } domain) return null;
        var ascii = $"{address[..at]}@{domain}";
        return ascii.Length <= 320 && Usable().IsMatch(ascii) ? new EmailAddress(ascii, name) : null;
    }

    private static string? AsciiDomain(string domain)
    {
        try
        {
            return Idn.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]+\z")]
    private static partial Regex Usable();
}
