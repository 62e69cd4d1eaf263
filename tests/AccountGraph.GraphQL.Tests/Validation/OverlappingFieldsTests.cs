using AccountGraph.Conformance.Fuzzing;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Validation;

namespace AccountGraph.GraphQL.Tests.Validation;

public sealed class OverlappingFieldsTests
{
    private const string Rule = "OverlappingFieldsCanBeMergedRule";

    [Fact]
    public void The_linear_comparison_agrees_with_the_specification_on_random_documents()
    {
        var schema = FuzzSchema.Build();
        var generator = new DocumentGenerator(new SeededNumbers(42));
        var (mergeable, conflicting) = (0, 0);
        for (var i = 0; i < 5_000; i++)
        {
            var text = generator.Document();
            var document = Utf8GraphQLParser.Parse(text, ParserOptions.Schema).Document!;
            var rules = DocumentValidator.Validate(schema, document, new ValidationOptions { MaxErrors = 10_000 })
                .Select(error => error.Code).ToHashSet();

            // The specification's algorithm presupposes what these rules check.
            if (rules.Overlaps(["FieldsOnCorrectTypeRule", "NoFragmentCyclesRule"])) continue;

            var canMerge = new FieldMergingOracle(schema, document).AllCanMerge();
            Assert.True(canMerge != rules.Contains(Rule), text);
            if (canMerge) mergeable++;
            else conflicting++;
        }

        Assert.True(mergeable > 100 && conflicting > 100, $"{mergeable} mergeable, {conflicting} conflicting");
    }

    [Theory]
    [InlineData("{ dog { ... { a: id } ... { a: name } } }", "1:15 1:29")]
    [InlineData("{ dog { self { a: id } self { a: name } } }", "1:9 1:16 1:24 1:31")]
    [InlineData("{ pet { ... on Dog { x: size } ... on Cat { x: size } } }", "1:22 1:45")]
    [InlineData("{ dog { name(max: 1) name(max: 2) } }", "1:9 1:22")]
    [InlineData("{ dog { friends(where: {or: null size: 1}) {id} friends(where: {size: 1 or: null}) {id} } }", null)]
    [InlineData("{ pet { ... on Dog { x: size } ... on Cat { x: name } } }", "1:22 1:45")]
    [InlineData("{ pet { ... on Dog { x: id } ... on Cat { x: id } } }", null)]
    public void Conflicts_are_told_where_the_fields_begin_to_differ(string text, string? locations)
    {
        var errors = DocumentValidator.Validate(FuzzSchema.Build(), Utf8GraphQLParser.Parse(text).Document!);

        if (locations is null)
        {
            Assert.Empty(errors);
            return;
        }

        var error = Assert.Single(errors);
        Assert.Equal(Rule, error.Code);
        Assert.Equal(locations, string.Join(' ', error.Locations));
    }
}
