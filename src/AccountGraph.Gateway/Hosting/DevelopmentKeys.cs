using System.Text.Json;
using AccountGraph.Accounts.Security;
using AccountGraph.Storage.Sqlite;

namespace AccountGraph.Gateway.Hosting;

/// <summary>Keys that a person must choose for Production and that Development makes up on its first start. They
/// are kept beside the data, which is worthless without them.</summary>
internal static class DevelopmentKeys
{
    private const string FileName = "development-keys.json";
    private const int KeyBytes = 32;

    /// <summary>Fills in what is missing. Elsewhere than in Development a missing key stays missing, and the
    /// check of the settings names it.</summary>
    public static void AddTo(ConfigurationManager configuration, IHostEnvironment environment)
    {
        var hasJwt = !string.IsNullOrEmpty(configuration["Jwt:Secret"]);
        var hasSecrets = !string.IsNullOrEmpty(configuration["Secrets:Key"]);
        if (!environment.IsDevelopment() || (hasJwt && hasSecrets)) return;

        var keys = ReadOrMake(FolderOf(configuration));
        if (!hasJwt) configuration["Jwt:Secret"] = keys.Jwt;
        if (!hasSecrets) configuration["Secrets:Key"] = keys.Secrets;
    }

    private static string? FolderOf(ConfigurationManager configuration)
    {
        var path = configuration["Storage:Sqlite:Path"] ?? new SqliteOptions().Path;
        return path == SqliteOptions.InMemory ? null : Path.GetDirectoryName(Path.GetFullPath(path));
    }

    private static Keys ReadOrMake(string? folder)
    {
        var made = new Keys(Secrets.Hex(KeyBytes).Reveal(), Secrets.Hex(KeyBytes).Reveal());
        if (folder is null) return made;
        var path = Path.Combine(folder, FileName);
        if (File.Exists(path)) return Read(path);

        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(path, options)) JsonSerializer.Serialize(file, made);
        return made;
    }

    private static Keys Read(string path)
    {
        try
        {
            var keys = JsonSerializer.Deserialize<Keys>(File.ReadAllText(path));
            if (keys is { Jwt.Length: > 0, Secrets.Length: > 0 }) return keys;
        }
        catch (JsonException)
        {
            // Reported below, with the way out.
        }

        throw new SettingsException([$"{path} is damaged. Restore it, or delete it together with the data beside it."]);
    }

    private sealed record Keys(string Jwt, string Secrets);
}
