using AccountGraph.Storage;

namespace AccountGraph.Accounts.Profile;

/// <summary>That the caller may change his account: his password was right, or becomes his first one.</summary>
/// <param name="Guard">The password that was judged is still the stored one.</param>
/// <param name="Changes">What sets the first password; none when there was one.</param>
internal sealed record PasswordProof(Filter Guard, IReadOnlyList<Change> Changes);
