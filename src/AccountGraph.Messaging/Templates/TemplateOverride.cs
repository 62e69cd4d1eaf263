namespace AccountGraph.Messaging.Templates;

/// <summary>A project's own parts of one template in one language. A part that is null stays built in.</summary>
internal sealed record TemplateOverride(Template? Subject = null, Template? Html = null, Template? Text = null);
