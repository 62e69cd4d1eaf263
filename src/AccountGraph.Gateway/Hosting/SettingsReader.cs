using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using AccountGraph.Messaging.Providers;
using AccountGraph.Messaging.Providers.Queue;
using AccountGraph.Messaging.Providers.SendGrid;
using AccountGraph.Messaging.Providers.Smtp;
using AccountGraph.Messaging.Providers.Vonage;

namespace AccountGraph.Gateway.Hosting;

/// <summary>Reads and checks all settings before anything starts: a value that cannot be used, and a key that
/// nothing reads, are reported with the key's full name.</summary>
internal static class SettingsReader
{
    /// <summary>Sections that the room of messages binds and checks by itself.</summary>
    private static readonly (string Path, Type Type)[] Elsewhere =
    [
        (EmailOptions.Section, typeof(EmailOptions)),
        (SmtpOptions.Section, typeof(SmtpOptions)),
        (SendGridOptions.Section, typeof(SendGridOptions)),
        (SmsOptions.Section, typeof(SmsOptions)),
        (VonageOptions.Section, typeof(VonageOptions)),
        (DeliveryOptions.Section, typeof(DeliveryOptions)),
    ];

    /// <exception cref="SettingsException">Lists every problem found.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        var problems = new List<string>();
        var settings = new Settings();
        foreach (var section in SectionsOf(typeof(Settings)))
        {
            FindUnknownKeys(configuration.GetSection(section.Name), section.PropertyType, problems);
        }

        foreach (var (path, type) in Elsewhere.Where(section => !section.Path.Contains(':', StringComparison.Ordinal)))
        {
            FindUnknownKeys(configuration.GetSection(path), type, problems);
        }

        try
        {
            configuration.Bind(settings);
        }
        catch (InvalidOperationException exception)
        {
            problems.Add(Innermost(exception));
            throw new SettingsException(problems);
        }

        Validate(settings, "", problems);
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    /// <summary>Every key that the settings have, with <c>&lt;id&gt;</c> and <c>&lt;n&gt;</c> where names and
    /// numbers are free, and its default.</summary>
    public static IEnumerable<(string Key, object? Default)> AllKeys() =>
        KeysOf(new Settings(), "").Concat(Elsewhere.SelectMany(section =>
            KeysOf(Activator.CreateInstance(section.Type)!, section.Path + ":")));

    private static IEnumerable<(string Key, object? Default)> KeysOf(object owner, string prefix)
    {
        foreach (var property in SectionsOf(owner.GetType()))
        {
            var key = prefix + property.Name;
            var type = property.PropertyType;
            if (ElementOf(type, typeof(IDictionary<,>), 1) is { } entry)
            {
                foreach (var below in Below(entry, key + ":<name>")) yield return below;
            }
            else if (ElementOf(type, typeof(IList<>), 0) is { } item)
            {
                foreach (var below in Below(item, key + ":<n>")) yield return below;
            }
            else if (IsOptionsClass(type))
            {
                foreach (var below in KeysOf(property.GetValue(owner)!, key + ":")) yield return below;
            }
            else
            {
                yield return (key, property.GetValue(owner));
            }
        }

        static IEnumerable<(string, object?)> Below(Type type, string key) =>
            IsOptionsClass(type) ? KeysOf(Activator.CreateInstance(type)!, key + ":") : [(key, null)];
    }

    private static void FindUnknownKeys(IConfigurationSection section, Type type, List<string> problems)
    {
        if (ElementOf(type, typeof(IDictionary<,>), 1) is { } entry)
        {
            foreach (var child in section.GetChildren()) FindUnknownKeys(child, entry, problems);
            return;
        }

        if (!IsOptionsClass(type)) return;
        var known = SectionsOf(type).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (known.TryGetValue(child.Key, out var property))
            {
                FindUnknownKeys(child, property.PropertyType, problems);
            }
            else if (Elsewhere.FirstOrDefault(section => IsAt(section.Path, child)) is { Type: { } nested })
            {
                FindUnknownKeys(child, nested, problems);
            }
            else
            {
                problems.Add($"{child.Path} is not a setting. {section.Path} has {string.Join(", ", known.Keys)}.");
            }
        }
    }

    private static bool IsAt(string path, IConfigurationSection section) =>
        path.Equals(section.Path, StringComparison.OrdinalIgnoreCase);

    /// <param name="prefix">The key of the object with a colon, empty for the root.</param>
    private static void Validate(object options, string prefix, List<string> problems)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        foreach (var result in results)
        {
            var member = result.MemberNames.FirstOrDefault();
            problems.Add(prefix + (member is null ? result.ErrorMessage : $"{member} {Reason(result, member)}"));
        }

        foreach (var property in SectionsOf(options.GetType()))
        {
            var value = property.GetValue(options);
            var key = prefix + property.Name;
            if (value is IDictionary entries)
            {
                foreach (DictionaryEntry entry in entries)
                {
                    if (IsOptionsClass(entry.Value!.GetType())) Validate(entry.Value, $"{key}:{entry.Key}:", problems);
                }
            }
            else if (value is IList items and not Array)
            {
                for (var i = 0; i < items.Count; i++)
                {
                    if (IsOptionsClass(items[i]!.GetType())) Validate(items[i]!, $"{key}:{i}:", problems);
                }
            }
            else if (value is not null && IsOptionsClass(property.PropertyType))
            {
                Validate(value, key + ":", problems);
            }
        }
    }

    /// <summary>The framework's messages begin with "The field X"; the key stands there already.</summary>
    private static string Reason(ValidationResult result, string member)
    {
        var message = result.ErrorMessage ?? "is not valid";
        foreach (var opening in (string[])[$"The field {member} ", $"The {member} field "])
        {
            if (message.StartsWith(opening, StringComparison.Ordinal)) return message[opening.Length..];
        }

        return message;
    }

    private static string Innermost(Exception exception)
    {
        var message = exception.Message;
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            message = $"{message} {inner.Message}";
        }

        return message;
    }

    private static PropertyInfo[] SectionsOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<ReadOnlyAttribute>() is null),
    ];

    private static bool IsOptionsClass(Type type) =>
        type.IsClass && type.Namespace?.StartsWith("AccountGraph", StringComparison.Ordinal) == true;

    private static Type? ElementOf(Type type, Type definition, int argument)
    {
        var closed = type.IsGenericType && type.GetGenericTypeDefinition() == definition
            ? type
            : type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition);
        return closed?.GetGenericArguments()[argument];
    }
}
