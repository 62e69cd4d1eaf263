using System.Text.RegularExpressions;

namespace AccountGraph.Messaging.Templates;

/// <summary>The projects' own templates, read and checked once at start:
/// <c>FOLDER/PROJECT/email.KIND-LOCALE.html</c>, <c>.txt</c>, <c>.subject</c> and <c>sms.KIND-LOCALE.txt</c>.</summary>
public sealed partial class TemplateOverrides
{
    private readonly Dictionary<string, TemplateOverride> _overrides = new(StringComparer.OrdinalIgnoreCase);

    private TemplateOverrides()
    {
    }

    public static TemplateOverrides None { get; } = new();

    /// <exception cref="TemplateException">The folder is missing, or a file is not a usable template.</exception>
    public static TemplateOverrides Load(string? folder)
    {
        if (string.IsNullOrEmpty(folder)) return None;
        if (!Directory.Exists(folder)) throw TemplateException.NoFolder(folder);

        var overrides = new TemplateOverrides();
        var locales = Locales.Load();
        foreach (var project in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            foreach (var file in Directory.EnumerateFiles(project).Order(StringComparer.Ordinal))
            {
                if (!IsAside(file)) overrides.Add(Path.GetFileName(project), file);
            }

            overrides.CheckComplete(project, locales);
        }

        return overrides;
    }

    internal TemplateOverride? Find(string projectId, string channel, string kind, string locale) =>
        _overrides.GetValueOrDefault(Key(projectId, channel, kind, locale));

    private static string Key(string projectId, string channel, string kind, string locale) =>
        $"{projectId}/{channel}.{kind}-{locale}";

    // A note to colleagues and what editors leave behind.
    private static bool IsAside(string file) =>
        Path.GetFileName(file) is ['.', ..] or [.., '~'] || Path.GetExtension(file) is ".md";

    private void Add(string projectId, string file)
    {
        var name = FileName().Match(Path.GetFileName(file));
        if (!name.Success) throw TemplateException.Unnamed(file);
        var (channel, kind) = (name.Groups["channel"].Value, name.Groups["kind"].Value);
        var part = name.Groups["part"].Value;
        if (channel == "sms" && part != "txt") throw TemplateException.Unnamed(file);

        var template = Template.Parse(File.ReadAllText(file).Trim(), file);
        if (channel == "email") CheckEmail(kind, part, template, file);
        else CheckSms(kind, template, file);

        var key = Key(projectId, channel, kind, name.Groups["locale"].Value.Replace('_', '-'));
        var known = _overrides.GetValueOrDefault(key) ?? new TemplateOverride();
        _overrides[key] = part switch
        {
            "html" => known with { Html = template },
            "txt" => known with { Text = template },
            _ => known with { Subject = template },
        };
    }

    private static void CheckEmail(string name, string part, Template template, string file)
    {
        var kind = EmailKinds.All.FirstOrDefault(kind => kind.Name == name) ?? throw TemplateException.Unnamed(file);
        CheckKnown(template, kind.Placeholders, file);
        if (part == "subject")
        {
            if (File.ReadAllText(file).Trim().Contains('\n')) throw TemplateException.TwoLines(file);
            return;
        }

        if (kind.Required is { } required && !template.Placeholders.Contains(required))
        {
            throw TemplateException.Lacks(file, required);
        }
    }

    private static void CheckSms(string kind, Template template, string file)
    {
        if (!SmsTemplates.Kinds.Contains(kind)) throw TemplateException.Unnamed(file);
        CheckKnown(template, SmsTemplates.Placeholders, file);
        // Phones offer the first number of a message for filling in.
        if (!template.StartsWith("code")) throw TemplateException.NotFirst(file, "code");
    }

    private static void CheckKnown(Template template, IReadOnlyList<string> known, string file)
    {
        var unknown = template.Placeholders.FirstOrDefault(placeholder => !known.Contains(placeholder));
        if (unknown is not null) throw TemplateException.Unknown(file, unknown, known);
    }

    // Without this, a mail in a language of the project's own could have a body in it and the rest in English.
    private void CheckComplete(string project, Locales locales)
    {
        var prefix = Key(Path.GetFileName(project), "email", "", "")[..^1];
        foreach (var (key, parts) in _overrides.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var name = key[(key.IndexOf('/') + 1)..];
            var locale = name[(name.IndexOf('-') + 1)..];
            var isBuiltIn = locales.Find(locale) is not null || locales.Find(locale.Split('-')[0]) is not null;
            var missing = parts switch
            {
                _ when isBuiltIn => null,
                { Html: null } => ".html",
                { Text: null } => ".txt",
                { Subject: null } => ".subject",
                _ => null,
            };
            if (missing is not null)
            {
                throw TemplateException.Incomplete(Path.Combine(project, name), locale, name + missing);
            }
        }
    }

    [GeneratedRegex(
        @"^(?<channel>email|sms)\.(?<kind>[A-Za-z]+)-(?<locale>[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*)"
        + @"\.(?<part>html|txt|subject)$")]
    private static partial Regex FileName();
}
