using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace AccountGraph.Accounts.OAuth2;

/// <summary>A provider's answer, or why there is none that can be used.</summary>
public readonly record struct ProviderReply(JsonElement Json, AccountError? Error = null)
{
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    public static implicit operator ProviderReply(AccountError error) => new(default, error);

    public override string ToString() => Error?.Type ?? "***";
}
