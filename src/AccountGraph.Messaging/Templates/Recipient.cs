namespace AccountGraph.Messaging.Templates;

/// <summary>Whom a message is written for and in whose name.</summary>
/// <param name="To">Mail address, or E.164 number.</param>
/// <param name="Name">The user's name; null or empty gives a greeting without one.</param>
/// <param name="Locale">As asked for, such as <c>pt-BR</c>; the nearest known one is taken.</param>
public sealed record Recipient(string To, string? Name, string? Locale, string ProjectId, string ProjectName);
