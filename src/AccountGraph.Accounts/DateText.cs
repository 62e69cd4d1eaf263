using System.Globalization;
using AccountGraph.Storage;

namespace AccountGraph.Accounts;

/// <summary>Points in time as the contract writes them.</summary>
public static class DateText
{
    /// <summary><c>2020-10-15T06:38:00.000+00:00</c>; empty for an absent time.</summary>
    public static string Of(Instant? time) =>
        time is { } value
            ? value.ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'", CultureInfo.InvariantCulture)
            : "";

    /// <summary><see cref="Of"/> cut to whole seconds.</summary>
    public static string OfSecond(Instant time) => Of(new Instant(time.UnixMilliseconds / 1000 * 1000));

    /// <summary><c>2020-10-15 06:38:00.000</c>, the form inside links of recovery and verification.</summary>
    public static string InLink(Instant time) =>
        time.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
