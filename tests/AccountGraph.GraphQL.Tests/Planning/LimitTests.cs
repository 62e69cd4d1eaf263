using AccountGraph.GraphQL.Planning;

namespace AccountGraph.GraphQL.Tests.Planning;

public sealed class LimitTests
{
    private const string Sdl =
        """
        type Query { user: User logs(queries: [String]): LogList }
        type User { id: ID name: String friend: User friends: [User] }
        type LogList { total: Int logs: [Log] }
        type Log { event: String ip: String f1: Int f2: Int f3: Int f4: Int }
        """;

    private const string NotAllowed = "introspection is not allowed";
    private const string NoLogs = """{"data":{"logs":null}}""";

    [Theory]
    [InlineData("{ __typename }", 0)]
    [InlineData("{ user { id } }", 0)]
    [InlineData("{ user { friend { id } } }", 1)]
    [InlineData("{ user { ... { ...f } } } fragment f on User { friend { friend { id } } }", 2)]
    [InlineData("{ user { id friend @skip(if: true) { friend { id } } } }", 0)]
    [InlineData("{ __schema { types { fields { type { ofType { ofType { name } } } } } } }", 0)]
    public void Depth_counts_fields_with_selection_sets_below_the_root(string query, int depth) =>
        Assert.Equal(depth, Engine().Plan(query).Depth);

    [Fact]
    public void An_operation_that_is_too_deep_is_refused_with_both_figures()
    {
        var engine = Engine(new GraphQLEngineOptions { MaxDepth = 1 });

        Assert.Equal(1, engine.Plan("{ user { friend { id } } }").Depth);
        Assert.Equal(
            "Max query depth should be 1 but got 2.",
            engine.Refusal("{ user { friend { friend { id } } } }").Message);
    }

    [Theory]
    [InlineData("{ user { id name } }", 3)]
    [InlineData("{ a: user { id } b: user { ...f ...f } } fragment f on User { id name }", 7)]
    [InlineData("{ logs { total logs { event ip } } }", 100)]
    [InlineData("""{ logs(queries: ["10"]) { total logs { event ip } } }""", 40)]
    [InlineData("{ user { id @include(if: false) name } }", 2)]
    [InlineData("{ __schema { types { fields { name } } } }", 1)]
    public void Cost_is_one_for_each_field_unless_a_field_says_otherwise(string query, int cost) =>
        Assert.Equal(cost, Engine().Plan(query).Cost);

    [Fact]
    public void An_operation_that_costs_too_much_is_refused_with_both_figures()
    {
        var engine = Engine(new GraphQLEngineOptions { MaxCost = 100 });

        Assert.Equal(100, engine.Plan("{ logs { total logs { event ip } } }").Cost);
        Assert.Equal(
            "Max query complexity should be 100 but got 125.",
            engine.Refusal("{ logs { total logs { event ip f1 } } }").Message);
    }

    [Fact]
    public async Task Cost_that_depends_on_variables_is_decided_with_them()
    {
        var engine = Engine(new GraphQLEngineOptions { MaxCost = 100 });
        const string query =
            """
            query ($q: [String], $all: Boolean!) {
              logs(queries: $q) { total logs { event ip @include(if: $all) } }
            }
            """;

        Assert.Equal(NoLogs, await engine.RunAsync(query, """{"q":["25"],"all":true}"""));
        Assert.Equal(NoLogs, await engine.RunAsync(query, """{"q":["33"],"all":false}"""));
        Assert.Equal(
            """{"errors":[{"message":"Max query complexity should be 100 but got 104."}]}""",
            await engine.RunAsync(query, """{"q":["26"],"all":true}"""));
    }

    [Fact]
    public void Aliases_and_directives_of_the_whole_document_are_counted()
    {
        var engine = Engine(new GraphQLEngineOptions { MaxAliases = 2, MaxDirectives = 1 });
        var plan = engine.Plan("{ a: user { b: id @skip(if: false) } }");

        Assert.Equal((2, 1), (plan.Aliases, plan.Directives));
        Assert.Contains("aliases", engine.Refusal("{ a: user { b: id c: id } }").Message, StringComparison.Ordinal);
        Assert.Contains(
            "directives",
            engine.Refusal("{ user { id @skip(if: false) name @skip(if: false) } }").Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_and_nesting_of_the_text_are_bounded()
    {
        var engine = Engine(new GraphQLEngineOptions { MaxTokens = 6, MaxParserDepth = 2 });

        Assert.NotNull(engine.Plan("{ user{id}}"));
        Assert.NotEmpty(engine.Refusal("{ user { id name } }").Message);
        Assert.NotEmpty(engine.Refusal("{ a { b { c").Message);
    }

    [Fact]
    public void Introspection_can_be_refused_and_then_typename_still_works()
    {
        var engine = Engine(new GraphQLEngineOptions { AllowIntrospection = false });

        Assert.False(engine.Plan("{ __typename user { __typename } }").UsesIntrospection);
        Assert.Contains(NotAllowed, engine.Refusal("{ __schema { description } }").Message, StringComparison.Ordinal);
        Assert.Contains(
            NotAllowed,
            engine.Refusal("{ ...f } fragment f on Query { x: __type(name: \"User\") { name } }").Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_query_of_the_usual_tools_passes_under_the_default_limits()
    {
        Assert.True(Engine().Plan(IntrospectionQuery).UsesIntrospection);

        var response = await Engine().RunAsync(IntrospectionQuery);

        Assert.Contains("\"queryType\":{\"name\":\"Query\"}", response, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_of_the_schema_within_lists_of_the_schema_are_refused() =>
        Assert.Contains(
            "nested 2 levels deep",
            Engine().Refusal(
                "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }").Message,
            StringComparison.Ordinal);

    [Fact]
    public void Fragments_cannot_hide_that_nesting() =>
        Assert.Contains(
            "nested 2 levels deep",
            Engine().Refusal(
                """
                { __type(name: "User") { ...a } }
                fragment a on __Type { fields { type { ...b } } }
                fragment b on __Type { fields { type { ...c } } }
                fragment c on __Type { fields { name } }
                """).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("user", "User", "friend")]
    [InlineData("__type(name: \"User\")", "__Type", "ofType")]
    public void Fragments_that_double_at_every_step_are_refused_at_once(string root, string type, string field)
    {
        var fragments = Enumerable.Range(0, 60).Select(n =>
            $"fragment f{n} on {type} {{ a{n}: {field} {{ ...f{n + 1} }} b{n}: {field} {{ ...f{n + 1} }} }}");
        var query = $"{{ {root} {{ ...f0 }} }} {string.Join('\n', fragments)} fragment f60 on {type} {{ __typename }}";
        var engine = Engine(new GraphQLEngineOptions { MaxAliases = 1000, MaxDepth = 1000 });

        Assert.Matches("complexity|too large", engine.Refusal(query).Message);
    }

    [Fact]
    public async Task Doubling_fragments_under_variables_are_refused_at_once()
    {
        var fragments = Enumerable.Range(0, 40).Select(n =>
            $"fragment f{n} on Query {{ ...f{n + 1} @include(if: $a) ...f{n + 1} @skip(if: $b) }}");
        var query =
            $$"""
            query ($a: Boolean!, $b: Boolean!) { ...f0 }
            fragment f40 on Query { __typename }
            {{string.Join('\n', fragments)}}
            """;
        var engine = Engine(new GraphQLEngineOptions { MaxDirectives = 1000 });

        await Task.Run(() => Assert.Contains("too large", engine.Refusal(query).Message, StringComparison.Ordinal))
            .WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_chain_of_fragments_longer_than_the_stack_is_refused_and_not_a_crash()
    {
        var fragments = Enumerable.Range(0, 30_000)
            .Select(n => $"fragment f{n} on User {{ friend {{ ...f{n + 1} }} }}");
        var query = $"{{ user {{ ...f0 }} }} {string.Join('\n', fragments)} fragment f30000 on User {{ id }}";
        var engine = Engine(new GraphQLEngineOptions { MaxTokens = int.MaxValue, MaxDepth = int.MaxValue });

        Assert.NotEmpty(engine.Refusal(query).Message);
    }

    [Fact]
    public void An_operation_is_chosen_by_name()
    {
        var prepared = Engine().Engine.Prepare("query A { user { id } } query B { user { name } }"u8);

        Assert.True(prepared.TryGetOperation("B", out var plan, out _));
        Assert.Equal([new RootField("user", "user")], plan.RootFields);
        Assert.False(prepared.TryGetOperation(null, out _, out var several));
        Assert.Contains("several", several.Message, StringComparison.Ordinal);
        Assert.False(prepared.TryGetOperation("C", out _, out var unknown));
        Assert.Contains("\"C\"", unknown.Message, StringComparison.Ordinal);
    }

    private static TestEngine Engine(GraphQLEngineOptions? options = null) => new(
        Sdl,
        map => map.Cost("Query", "logs", (arguments, selection) =>
            selection * (arguments.List("queries") is [string limit, ..]
                ? int.Parse(limit, System.Globalization.CultureInfo.InvariantCulture)
                : 25)),
        options);

    // As graphql-js' getIntrospectionQuery asks, written in our own words.
    private const string IntrospectionQuery =
        """
        query IntrospectionQuery {
          __schema {
            description queryType { name } mutationType { name } subscriptionType { name }
            types { ...Type }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...Input } }
          }
        }
        fragment Type on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) {
            name description args(includeDeprecated: true) { ...Input } type { ...Ref } isDeprecated deprecationReason
          }
          inputFields(includeDeprecated: true) { ...Input }
          interfaces { ...Ref }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...Ref }
        }
        fragment Input on __InputValue { name description type { ...Ref } defaultValue isDeprecated deprecationReason }
        fragment Ref on __Type {
          kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """;
}
