namespace AccountGraph.Messaging.Templates;

/// <summary>One mail template: its body as blocks, and what a replacement file may and must use.</summary>
/// <param name="Required">Without this placeholder the mail would be useless.</param>
internal sealed record EmailKind(
    string Name, IReadOnlyList<string> Placeholders, string? Required, IReadOnlyList<EmailBlock> Body)
{
    public string SubjectKey => Name + ".subject";

    public string TitleKey => Name + ".title";
}
