using System.Diagnostics;

namespace AccountGraph.Accounts.Security;

/// <summary>Text that must not reach a log, a metric or an error. It shows itself only when asked by
/// <see cref="Reveal"/>, and is compared in constant time.</summary>
[DebuggerDisplay("***")]
public sealed class Secret(string value) : IEquatable<Secret>
{
    private readonly string _value = value;

    public string Reveal() => _value;

    /// <summary>The form in which secrets of high entropy are stored and searched.</summary>
    public string ToSha256Hex() => Secrets.Sha256Hex(_value);

    public bool Equals(Secret? other) => other is not null && Secrets.AreEqual(_value, other._value);

    public override bool Equals(object? obj) => Equals(obj as Secret);

    public override int GetHashCode() => string.GetHashCode(_value, StringComparison.Ordinal);

    public override string ToString() => "***";
}
