using System.Runtime.InteropServices;

namespace AccountGraph.Storage.MongoDb.Native;

/// <summary>The functions of MongoDB's C driver that are used here, as its headers declare them (1.23; the version
/// 1 of its interface is stable). C's <c>bool</c> is one byte.</summary>
internal static unsafe partial class LibMongoc
{
    public const string FileName = "libmongoc-1.0.so.0";
    private const string BsonFileName = "libbson-1.0.so.0";

    private static readonly Lazy<string> Version = new(Initialize);

    /// <summary>Version of the library, which is initialised by the first call.</summary>
    /// <exception cref="StoreUnavailableException">It is not installed.</exception>
    public static string Load()
    {
        Require(FileName);
        return Version.Value;
    }

    public static void Require(string fileName)
    {
        if (NativeLibrary.TryLoad(fileName, typeof(LibMongoc).Assembly, null, out _)) return;
        throw new StoreUnavailableException(
            $"MongoDB's C driver ({fileName}) is not installed. On Debian or Ubuntu: apt-get install libmongoc-1.0-0");
    }

    private static string Initialize()
    {
        mongoc_init();
        mongoc_log_set_handler(&MongocLog.Receive, 0);
        return $"libmongoc {Marshal.PtrToStringUTF8(mongoc_get_version())}";
    }

    [LibraryImport(FileName)]
    private static partial void mongoc_init();

    [LibraryImport(FileName)]
    private static partial nint mongoc_get_version();

    [LibraryImport(FileName)]
    private static partial void mongoc_log_set_handler(
        delegate* unmanaged<int, byte*, byte*, nint, void> handler, nint userData);

    [LibraryImport(FileName, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint mongoc_uri_new_with_error(string uri, BsonError* error);

    [LibraryImport(FileName)]
    internal static partial void mongoc_uri_destroy(nint uri);

    [LibraryImport(FileName)]
    internal static partial nint mongoc_client_pool_new_with_error(nint uri, BsonError* error);

    [LibraryImport(FileName)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool mongoc_client_pool_set_error_api(nint pool, int version);

    [LibraryImport(FileName)]
    internal static partial void mongoc_client_pool_max_size(nint pool, uint size);

    [LibraryImport(FileName)]
    internal static partial nint mongoc_client_pool_pop(nint pool);

    [LibraryImport(FileName)]
    internal static partial void mongoc_client_pool_push(nint pool, nint client);

    [LibraryImport(FileName)]
    internal static partial void mongoc_client_pool_destroy(nint pool);

    [LibraryImport(FileName, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint mongoc_client_get_collection(nint client, string database, string collection);

    [LibraryImport(FileName)]
    internal static partial void mongoc_collection_destroy(nint collection);

    [LibraryImport(FileName, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool mongoc_client_read_command_with_opts(
        nint client,
        string database,
        void* command,
        nint readPreferences,
        void* options,
        void* reply,
        BsonError* error);

    [LibraryImport(FileName, StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool mongoc_client_write_command_with_opts(
        nint client, string database, void* command, void* options, void* reply, BsonError* error);

    [LibraryImport(FileName)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool mongoc_collection_insert_one(
        nint collection, void* document, void* options, void* reply, BsonError* error);

    [LibraryImport(FileName)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool mongoc_collection_replace_one(
        nint collection, void* selector, void* replacement, void* options, void* reply, BsonError* error);

    [LibraryImport(FileName)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool mongoc_collection_delete_one(
        nint collection, void* selector, void* options, void* reply, BsonError* error);

    [LibraryImport(BsonFileName)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool bson_init_static(void* bson, byte* data, nuint length);

    [LibraryImport(BsonFileName)]
    internal static partial byte* bson_get_data(void* bson);

    [LibraryImport(BsonFileName)]
    internal static partial void bson_destroy(void* bson);
}
