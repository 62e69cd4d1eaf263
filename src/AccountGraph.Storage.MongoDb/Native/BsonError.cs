using System.Runtime.InteropServices;

namespace AccountGraph.Storage.MongoDb.Native;

/// <summary><c>bson_error_t</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct BsonError
{
    public uint Domain;
    public uint Code;
    public fixed byte Text[504];

    public MongoException ToException()
    {
        fixed (byte* text = Text)
        {
            return new MongoException(Domain, (int)Code, Marshal.PtrToStringUTF8((nint)text) ?? "");
        }
    }
}
