using System.Runtime.CompilerServices;
using System.Text;
using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Tests;

/// <summary>The example of the room's README, compiled and run.</summary>
public sealed class ReadmeExampleTests
{
    [Fact]
    public async Task The_example_runs()
    {
        var schema = SchemaBuilder.Build(
            """
            type Query { book(id: ID!): Book }
            type Book { title: String! pages: Int authors: [Author!] }
            type Author { name: String! }
            """).Schema!;
        var resolvers = new ResolverMap()
            .Field("Query", "book", async call => await FindAsync(call.Arguments.Text("id")!, call.Cancellation))
            .Object<Book>("Book", book => book
                .Text("title", x => x.Title)
                .Integer("pages", x => x.Pages)
                .List("authors", x => x.Authors))
            .Object<Author>("Author", author => author.Text("name", x => x.Name));
        var engine = new GraphQLEngine(schema, resolvers, new GraphQLEngineOptions());

        var document = engine.Prepare("query ($id: ID!) { book(id: $id) { title authors { name } } }"u8);
        if (!document.TryGetOperation(null, out var plan, out var error))
            throw new InvalidOperationException(error.Message);

        using var response = new ResponseBuffer();
        var request = new OperationRequest { Variables = """{"id":"7"}"""u8.ToArray() };
        await engine.ExecuteAsync(plan, request, response, CancellationToken.None);

        Assert.Equal(
            """{"data":{"book":{"title":"Book 7","authors":[{"name":"Ada"}]}}}""",
            Encoding.UTF8.GetString(response.WrittenSpan));
    }

    [Fact]
    public void The_example_is_the_one_in_the_readme()
    {
        var example = Example(File.ReadAllText(Beside("../../src/AccountGraph.GraphQL/README.md")));

        Assert.True(example.Count > 10);
        var code = Lines(File.ReadAllText(Beside("ReadmeExampleTests.cs")));
        Assert.Contains(string.Join('\n', example), string.Join('\n', code), StringComparison.Ordinal);
    }

    private static List<string> Example(string readme) =>
        Lines(readme.Split("```csharp")[1].Split("```")[0]);

    private static List<string> Lines(string text) =>
        [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static string Beside(string path, [CallerFilePath] string caller = "") =>
        Path.Combine(Path.GetDirectoryName(caller)!, path);

    private static async Task<Book> FindAsync(string id, CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        return new Book($"Book {id}", 300, [new Author("Ada")]);
    }

    private sealed record Book(string Title, int Pages, IReadOnlyList<Author> Authors);

    private sealed record Author(string Name);
}
