namespace AccountGraph.Messaging.Templates;

/// <summary>A template file that cannot be used. Raised when templates are loaded, so that a bad one stops the
/// start and not a mail.</summary>
public sealed class TemplateException : Exception
{
    private TemplateException(string source, string problem)
        : base($"Template '{source}': {problem}")
    {
    }

    internal static TemplateException Unclosed(string source, string start) =>
        new(source, $"'{start}' is never closed.");

    internal static TemplateException Malformed(string source, string inner) =>
        new(source, $"'{{{{{inner}}}}}' is not a placeholder; a name has letters only.");

    internal static TemplateException Unbalanced(string source, string name) =>
        new(source, $"section '{name}' is opened or closed out of order; sections do not nest.");

    internal static TemplateException Unknown(string source, string name, IEnumerable<string> known) =>
        new(source, $"unknown placeholder '{{{{{name}}}}}'. Known here: {string.Join(", ", known)}.");

    internal static TemplateException Lacks(string source, string name) =>
        new(source, $"the placeholder '{{{{{name}}}}}' is missing, without which the message is useless.");

    internal static TemplateException NotFirst(string source, string name) =>
        new(source, $"the text must start with '{{{{{name}}}}}'.");

    internal static TemplateException Unnamed(string source) =>
        new(source, "not a template's name. Expected email.<kind>-<locale>.html, .txt or .subject, "
            + "or sms.<kind>-<locale>.txt.");

    internal static TemplateException Incomplete(string source, string locale, string missing) =>
        new(source, $"'{locale}' is not a built-in language, so '{missing}' is needed as well.");

    internal static TemplateException NoFolder(string folder) => new(folder, "the folder does not exist.");

    internal static TemplateException TwoLines(string source) => new(source, "a subject is one line.");
}
