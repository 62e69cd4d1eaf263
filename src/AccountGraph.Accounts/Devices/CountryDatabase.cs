using System.Net;

namespace AccountGraph.Accounts.Devices;

/// <summary>The country an address is registered in, from a local database; no address leaves the server.</summary>
public sealed class CountryDatabase
{
    /// <summary>The code of an address whose country is not known.</summary>
    public const string Unknown = "--";

    private const string FileName = "country.mmdb";

    private readonly MaxMindFile? _file;

    private CountryDatabase(MaxMindFile? file, string? warning)
    {
        _file = file;
        Warning = warning;
    }

    /// <summary>What an operator should know when the server starts; null when all is well.</summary>
    public string? Warning { get; }

    /// <summary>Without the file, or with a damaged one, every country is unknown.</summary>
    public static CountryDatabase Open(DevicesOptions options)
    {
        var path = options.CountryDatabase is { Length: > 0 } configured
            ? configured
            : Path.Combine(AppContext.BaseDirectory, FileName);
        try
        {
            return new CountryDatabase(MaxMindFile.Open(path), warning: null);
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new CountryDatabase(
                file: null,
                $"The country database {path} cannot be read, so the countries of addresses stay unknown. " +
                $"Set {DevicesOptions.Section}:{nameof(DevicesOptions.CountryDatabase)} to a file in MaxMind's " +
                $"format. {failure.Message}");
        }
    }

    /// <summary>A lower-case ISO 3166 code, or <see cref="Unknown"/>.</summary>
    public string CodeOf(string address) =>
        _file is not null && IPAddress.TryParse(address, out var parsed) && CodeOf(_file, parsed) is { } code
            ? code
            : Unknown;

    private static string? CodeOf(MaxMindFile file, IPAddress address)
    {
        try
        {
            return file.CountryCodeOf(address);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
