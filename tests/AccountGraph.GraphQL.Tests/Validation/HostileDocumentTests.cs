using System.Collections.Immutable;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;
using AccountGraph.GraphQL.Validation;

namespace AccountGraph.GraphQL.Tests.Validation;

/// <summary>Documents made to keep a validator busy; none of them may.</summary>
public sealed class HostileDocumentTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private static readonly GraphQLSchema Schema = SchemaBuilder.Build("""
        interface Node { id: ID next: Node other: Node value(x: Int y: In): Int }
        type A implements Node { id: ID next: Node other: Node value(x: Int y: In): Int }
        type B implements Node { id: ID next: Node other: Node value(x: Int y: In): Int }
        type C implements Node { id: ID next: Node other: Node value(x: Int y: In): Int }
        input In { a: Int b: In }
        type Query { node: Node value(x: Int y: In): Int }
        """).Schema!;

    [Fact]
    public void Repeating_one_field_is_linear()
    {
        var errors = ValidateQuickly($"{{ node {{ {Repeat(20_000, _ => "id")} }} }}");

        Assert.Empty(errors);
    }

    [Fact]
    public void Conflicting_fields_are_linear_and_tell_a_hundred_errors_at_most()
    {
        var errors = ValidateQuickly($"{{ {Repeat(20_000, i => $"value(x: {i})")} }}");

        Assert.Equal(100, errors.Length);
        Assert.All(errors, error => Assert.Equal("OverlappingFieldsCanBeMergedRule", error.Code));
    }

    [Fact]
    public void Nested_copies_of_one_selection_are_linear()
    {
        var inner = "id";
        for (var depth = 0; depth < 12; depth++) inner = $"next {{ {inner} }} next {{ {inner} }}";

        Assert.Empty(ValidateQuickly($"{{ node {{ {inner} }} }}"));
    }

    [Fact]
    public void Fragments_that_double_at_each_level_do_not_explode()
    {
        var fragments = Repeat(100, i =>
            $"fragment F{i} on Node {{ a: next {{ ...F{i + 1} }} b: next {{ ...F{i + 1} }} ...F{i + 1} }}");

        Assert.Empty(ValidateQuickly($"{{ node {{ ...F0 }} }} {fragments} fragment F100 on Node {{ id }}"));
    }

    [Fact]
    public void Fragments_that_merge_in_ever_new_combinations_do_not_explode()
    {
        var fragments = Repeat(24, i => $$"""
            fragment F{{i}} on Node {
              ... on A { next { ...F{{i + 1}} } other { ...G{{i + 1}} } }
              ... on B { next { ...G{{i + 1}} } other { ...F{{i + 1}} } }
              next { id n{{i}}: next { ...F{{i + 1}} } }
            }
            fragment G{{i}} on Node {
              ... on A { next { ...G{{i + 1}} g{{i}}: id } other { ...F{{i + 1}} } }
              ... on C { next { ...F{{i + 1}} } other { ...G{{i + 1}} h{{i}}: id } }
              next { id m{{i}}: next { ...G{{i + 1}} } }
            }
            """);

        var ends = "fragment F24 on Node { id } fragment G24 on Node { id }";

        Assert.Empty(ValidateQuickly($"{{ node {{ ...F0 ...G0 }} }} {fragments} {ends}"));
    }

    [Fact]
    public void A_chain_of_fragments_is_no_recursion()
    {
        var fragments = Repeat(20_000, i => $"fragment F{i} on Node {{ ...F{i + 1} }}");

        Assert.Empty(ValidateQuickly($"{{ node {{ ...F0 }} }} {fragments} fragment F20000 on Node {{ id }}"));
    }

    [Fact]
    public void What_needs_more_than_the_budget_is_refused_as_too_complex()
    {
        var fragments = Repeat(50_000, i => $"fragment F{i} on Node {{ next {{ ...F{i + 1} }} }}");

        var errors = ValidateQuickly($"{{ node {{ ...F0 }} }} {fragments} fragment F50000 on Node {{ id }}");

        var error = Assert.Single(errors);
        Assert.Equal("OverlappingFieldsCanBeMergedRule", error.Code);
        Assert.Contains("too complex", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_through_all_fragments_is_found_once()
    {
        var fragments = Repeat(1_000, i => $"fragment F{i} on Node {{ next {{ ...F{(i + 1) % 1_000} }} }}");

        var error = Assert.Single(ValidateQuickly($"{{ node {{ ...F0 }} }} {fragments}"));

        Assert.Equal("NoFragmentCyclesRule", error.Code);
    }

    [Fact]
    public void Fragments_that_all_spread_all_others_are_bounded()
    {
        var spreads = Repeat(200, i => $"...F{i}");
        var fragments = Repeat(200, i => $"fragment F{i} on Node {{ id {spreads} }}");

        var errors = ValidateQuickly($"{{ node {{ {spreads} }} }} {fragments}");

        Assert.Equal(100, errors.Length);
    }

    [Fact]
    public void Many_operations_over_many_fragments_with_variables_are_bounded_within_the_limit_of_tokens()
    {
        var operations = Repeat(100, i => $"query Q{i} {{ ...F0 }}");
        var fragments = Repeat(80, i => $"fragment F{i} on Query {{ a{i}: value(x: $v) ...F{i + 1} }}");
        var text = $"{operations} {fragments} fragment F80 on Query {{ __typename }}";
        Assert.True(Utf8GraphQLParser.Parse(text).IsValid);

        Assert.Equal(100, ValidateQuickly(text).Length);
    }

    [Fact]
    public void Deep_literals_and_large_argument_lists_are_compared_once()
    {
        var deep = Repeat(60, _ => "{ b:") + "null" + Repeat(60, _ => "}");

        Assert.Empty(ValidateQuickly($"{{ {Repeat(2_000, _ => $"value(y: {deep})")} }}"));
    }

    [Fact]
    public void Unknown_names_get_a_handful_of_proposals_and_none_when_these_are_off()
    {
        var text = $"{{ {Repeat(200, i => $"valu{i}")} }}";

        var proposing = ValidateQuickly(text);
        var silent = ValidateQuickly(text, new ValidationOptions { SuggestsNames = false });

        Assert.Equal(10, proposing.Count(error => error.Message.Contains("Did you mean", StringComparison.Ordinal)));
        Assert.DoesNotContain(silent, error => error.Message.Contains("Did you mean", StringComparison.Ordinal));
    }

    private static ImmutableArray<GraphQLError> ValidateQuickly(string text, ValidationOptions? options = null)
    {
        var parsed = Utf8GraphQLParser.Parse(text, new ParserOptions { MaxTokens = int.MaxValue, MaxDepth = 64 });
        Assert.Empty(parsed.Errors);
        var errors = ImmutableArray<GraphQLError>.Empty;
        TimeLimit.Assert(Limit, () => errors = DocumentValidator.Validate(Schema, parsed.Document!, options));
        return errors;
    }

    private static string Repeat(int count, Func<int, string> piece) =>
        string.Join(' ', Enumerable.Range(0, count).Select(piece));
}
