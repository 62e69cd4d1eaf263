namespace AccountGraph.Messaging.Templates;

/// <summary>One part of a mail's body. The HTML body and its plain-text twin are written from the same blocks,
/// so neither can lack what the other says.</summary>
internal abstract record EmailBlock
{
    private EmailBlock()
    {
    }

    public sealed record Paragraph(string TextKey) : EmailBlock;

    /// <summary>The link as a button, then in full to be copied.</summary>
    public sealed record Link(string LabelKey) : EmailBlock;

    /// <summary>The code as a stand-alone run of digits.</summary>
    public sealed record Code : EmailBlock;

    /// <summary>Lines of label and value.</summary>
    public sealed record Details(params (string LabelKey, string Placeholder)[] Rows) : EmailBlock;

    /// <summary>Written only when there is a phrase.</summary>
    public sealed record Phrase : EmailBlock;

    public sealed record Note(string TextKey) : EmailBlock;
}
