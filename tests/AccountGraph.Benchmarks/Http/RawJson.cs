using System.Text.Json.Serialization;

namespace AccountGraph.Benchmarks.Http;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RawRequest))]
[JsonSerializable(typeof(RawAnswer<RawFull>))]
[JsonSerializable(typeof(RawAnswer<RawTwo>))]
[JsonSerializable(typeof(RawAnswer<RawNone>))]
[JsonSerializable(typeof(RawToken))]
internal sealed partial class RawJson : JsonSerializerContext;
