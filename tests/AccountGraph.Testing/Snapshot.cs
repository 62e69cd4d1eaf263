using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AccountGraph.Testing;

/// <summary>Compares a value with <c>snapshots/Class.Method[.variant].snap</c> beside the calling test.
/// <c>UPDATE_SNAPSHOTS=1</c> rewrites; the diff is then reviewed like code.</summary>
public static partial class Snapshot
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Text, or anything that serialises to JSON. JSON text is indented; ids, times and secrets are
    /// replaced by <c>&lt;id&gt;</c>, <c>&lt;time&gt;</c> and <c>&lt;secret&gt;</c>.</summary>
    public static void Match(
        object value,
        string? variant = null,
        [CallerFilePath] string file = "",
        [CallerMemberName] string method = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(file)}.{method}{(variant is null ? "" : "." + variant)}.snap";
        var path = Path.Combine(Path.GetDirectoryName(file)!, "snapshots", name);
        var actual = Scrub(Render(value)).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
        if (expected == actual) return;
        throw new SnapshotMismatchException(
            $"""
            {(expected is null ? "No snapshot" : "Other snapshot")} at {path}
            --- expected
            {expected ?? "(missing)"}
            --- actual
            {actual}
            Run again with UPDATE_SNAPSHOTS=1 and review the difference if the new answer is right.
            """);
    }

    private static string Render(object value)
    {
        if (value is not string text) return JsonSerializer.Serialize(value, Indented);
        if (text.Length == 0 || text[0] is not ('{' or '[')) return text;
        try
        {
            return JsonSerializer.Serialize(JsonElement.Parse(text), Indented);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static string Scrub(string text)
    {
        text = Times().Replace(text, "<time>");
        text = Secrets().Replace(text, "<secret>");
        return Ids().Replace(text, "<id>");
    }

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(\+00:00|Z)?")]
    private static partial Regex Times();

    [GeneratedRegex(@"\b[0-9a-f]{64,256}\b|\beyJ[A-Za-z0-9_\-+/=.]{20,}")]
    private static partial Regex Secrets();

    // Generated ids are 20 lower-case hex digits: 13 of time and random parts after them.
    [GeneratedRegex(@"\b[0-9a-f]{20}\b")]
    private static partial Regex Ids();
}
