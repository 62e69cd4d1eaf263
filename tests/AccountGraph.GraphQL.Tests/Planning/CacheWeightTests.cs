using System.Text;
using AccountGraph.GraphQL.Planning;

namespace AccountGraph.GraphQL.Tests.Planning;

[Collection(nameof(CacheWeightTests))]
[CollectionDefinition(nameof(CacheWeightTests), DisableParallelization = true)]
public sealed class CacheWeightTests
{
    // Plain, many operations, few bytes that expand to many fields, and fields with arguments.
    [Theory]
    [InlineData("{ user { id name friend { id name } } }")]
    [InlineData("query A { user { id } } query B { user { id name } } query C { user { friend { id } } }")]
    [InlineData("{ user { ...a } } fragment a on User { friend { ...b } x: friend { ...b } y: friend { ...b } } "
        + "fragment b on User { friend { id name } x: friend { id name } y: friend { id name } }")]
    [InlineData("""{ a: find(text: "abc", max: 3) { id } b: find(text: "abc", max: 4) { id } }""")]
    public void What_a_document_weighs_is_about_what_it_keeps(string query)
    {
        const int count = 200;
        var engine = new TestEngine(
            """
            type Query { user: User find(text: String, max: Int): User }
            type User { id: ID name: String friend: User }
            """);
        var kept = new PreparedDocument[count];
        engine.Engine.Prepare(Encoding.UTF8.GetBytes(query));

        var before = GC.GetTotalMemory(forceFullCollection: true);
        // Longer than what the engine keeps itself, so that each one is prepared anew.
        for (var n = 0; n < count; n++) kept[n] = engine.Engine.Prepare(Encoding.UTF8.GetBytes($"{query} #{n}"));
        var measured = (GC.GetTotalMemory(forceFullCollection: true) - before) / count;

        Assert.InRange(kept[0].Weight, measured / 3, measured * 3);
        GC.KeepAlive(kept);
    }
}
