using System.Collections.Immutable;
using System.Text;
using AccountGraph.GraphQL.Planning;

namespace AccountGraph.GraphQL.Tests.Planning;

public sealed class DocumentCacheTests
{
    private static readonly PreparedDocument Document = new(ImmutableArray<PlannedOperation>.Empty);

    [Fact]
    public void A_flood_of_documents_that_come_once_leaves_those_in_use()
    {
        var cache = new DocumentCache(100_000);
        var used = Enumerable.Range(0, 20).Select(n => Bytes($"used {n}")).ToList();
        foreach (var document in used) Add(cache, document, 1000);
        foreach (var document in used) Assert.NotNull(cache.Find(document, out _));

        for (var n = 0; n < 10_000; n++) Add(cache, Bytes($"flood {n}"), 1000);

        Assert.All(used, document => Assert.NotNull(cache.Find(document, out _)));
        Assert.True(cache.Weight <= 100_000, $"weighs {cache.Weight}");
    }

    // The twin: what nobody asked for again goes, so being there after a flood means something.
    [Fact]
    public void A_flood_takes_documents_that_nobody_uses()
    {
        var cache = new DocumentCache(100_000);
        var unused = Bytes("unused");
        Add(cache, unused, 1000);

        for (var n = 0; n < 10_000; n++) Add(cache, Bytes($"flood {n}"), 1000);

        Assert.Null(cache.Find(unused, out _));
    }

    [Fact]
    public void A_flood_of_documents_that_all_come_twice_stays_bounded()
    {
        var cache = new DocumentCache(100_000);

        for (var n = 0; n < 5_000; n++)
        {
            Add(cache, Bytes($"flood {n}"), 1000);
            cache.Find(Bytes($"flood {n}"), out _);
        }

        Assert.InRange(cache.Weight, 1, 100_000);
        Assert.InRange(cache.Count, 1, 100);
    }

    [Fact]
    public void A_document_that_would_fill_the_cache_is_not_kept()
    {
        var cache = new DocumentCache(100_000);

        Add(cache, Bytes("giant"), 50_000);

        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void Another_document_with_the_same_hash_is_not_mistaken_for_it()
    {
        var cache = new DocumentCache(100_000);
        Assert.Null(cache.Find(Bytes("wanted"), out var hash));

        cache.Add(hash, Bytes("other"), Document, 100);

        Assert.Null(cache.Find(Bytes("wanted"), out _));
    }

    [Fact]
    public void Caches_do_not_share_their_hashes()
    {
        new DocumentCache(1).Find("{ a }"u8, out var first);
        new DocumentCache(1).Find("{ a }"u8, out var second);

        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Hashes_of_documents_that_hardly_differ_differ()
    {
        var cache = new DocumentCache(1);
        var hashes = new HashSet<ulong>();
        for (var length = 0; length < 64; length++)
        {
            var document = new byte[length];
            cache.Find(document, out var plain);
            Assert.True(hashes.Add(plain), $"{length} zero bytes");
            for (var index = 0; index < length; index++)
            {
                document[index] = 1;
                cache.Find(document, out var changed);
                document[index] = 0;
                Assert.True(hashes.Add(changed), $"byte {index} of {length}");
            }
        }
    }

    [Fact]
    public async Task Many_callers_at_once_neither_break_nor_overfill_it()
    {
        var cache = new DocumentCache(20_000);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(() =>
        {
            for (var n = 0; n < 5_000; n++)
            {
                var document = Bytes($"{n % 50} {caller % 2}");
                if (cache.Find(document, out var hash) is null) cache.Add(hash, document, Document, 500);
            }
        })));

        Assert.InRange(cache.Weight, 1, 20_000);
    }

    [Fact]
    public void Mistakes_never_push_out_what_works()
    {
        var options = new GraphQLEngineOptions { CacheBytes = 64 * 1024 };
        var engine = new TestEngine("type Query { a: Int }", options: options);
        var works = engine.Engine.Prepare("{ a }"u8);

        for (var n = 0; n < 2_000; n++)
        {
            Assert.NotEmpty(engine.Engine.Prepare(Bytes($"{{ b{n} }}")).Errors);
            Assert.NotEmpty(engine.Engine.Prepare(Bytes($"{{ b{n} }}")).Errors);
        }

        Assert.Same(works, engine.Engine.Prepare("{ a }"u8));
    }

    private static void Add(DocumentCache cache, byte[] document, int weight)
    {
        if (cache.Find(document, out var hash) is null) cache.Add(hash, document, Document, weight);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
