using System.Runtime.InteropServices;
using SQLitePCL;

namespace AccountGraph.Storage.Sqlite;

/// <summary>Chooses the native library once per process: the system's, which gets security updates, when it is new
/// enough, else the one of the package (3.35.5).</summary>
internal static class SqliteLibrary
{
    private const string SystemName = "libsqlite3.so.0";

    // 3.38.0 is the first in which the JSON functions are always built in.
    private const int OldestSystemVersion = 3_038_000;

    private static readonly Lazy<string> Chosen = new(Choose);

    /// <summary>Version and origin, for the log. Must be asked before the first connection is opened.</summary>
    public static string Description => Chosen.Value;

    private static string Choose()
    {
        var system = OperatingSystem.IsLinux() ? LoadSystem() : nint.Zero;
        if (system != nint.Zero)
        {
            NativeLibrary.SetDllImportResolver(
                typeof(SQLite3Provider_e_sqlite3).Assembly,
                (name, _, _) => name == "e_sqlite3" ? system : nint.Zero);
        }

        Batteries_V2.Init();
        return $"SQLite {raw.sqlite3_libversion().utf8_to_string()} ({(system == nint.Zero ? "bundled" : "system")})";
    }

    private static nint LoadSystem()
    {
        if (!NativeLibrary.TryLoad(SystemName, out var library)) return nint.Zero;
        var version = Marshal.GetDelegateForFunctionPointer<VersionNumber>(
            NativeLibrary.GetExport(library, "sqlite3_libversion_number"));
        if (version() >= OldestSystemVersion) return library;

        NativeLibrary.Free(library);
        return nint.Zero;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}
