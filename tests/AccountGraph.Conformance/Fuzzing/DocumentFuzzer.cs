using System.Diagnostics;
using System.Text;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;
using AccountGraph.GraphQL.Validation;

namespace AccountGraph.Conformance.Fuzzing;

/// <summary>
/// Puts random and damaged documents through the engine: nothing may be thrown, nothing may take more than a second.
/// </summary>
public sealed class DocumentFuzzer
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly GraphQLSchema _schema = FuzzSchema.Build();
    private readonly List<string> _findings = [];
    private int _parsed;
    private int _valid;
    private TimeSpan _slowest;

    private DocumentFuzzer()
    {
    }

    public static FuzzReport Run(int documents, ulong seed)
    {
        var fuzzer = new DocumentFuzzer();
        var numbers = new SeededNumbers(seed);
        var generator = new DocumentGenerator(numbers);
        var mutator = new DocumentMutator(numbers);
        for (var i = 0; i < documents; i++)
        {
            var isSchema = numbers.OneIn(8);
            var document = Encoding.UTF8.GetBytes(isSchema ? FuzzSchema.Text : generator.Document());
            if (!numbers.OneIn(3)) document = mutator.Mutate(document);

            if (isSchema) fuzzer.Try(document, () => fuzzer.BuildSchema(document));
            else fuzzer.Try(document, () => fuzzer.Validate(document));
        }

        return new FuzzReport(fuzzer._parsed, fuzzer._valid, fuzzer._slowest, fuzzer._findings);
    }

    private void Validate(byte[] document)
    {
        var parsed = Utf8GraphQLParser.Parse(new SourceText(document));
        if (!parsed.IsValid) return;

        _parsed++;
        if (DocumentValidator.Validate(_schema, parsed.Document).IsEmpty) _valid++;
    }

    private void BuildSchema(byte[] document)
    {
        var result = SchemaBuilder.Build(new SourceText(document));
        if (result.IsValid) _valid++;
    }

    // Whatever is thrown is what this program is looking for.
#pragma warning disable CA1031
    private void Try(byte[] document, Action action)
    {
        try
        {
            var time = Measure(action);

            // A busy machine may stop any process for a while; what is slow by itself is slow again.
            if (time > Limit) time = Measure(action);
            if (time > Limit) _findings.Add($"{time.TotalSeconds:F1} s for {Show(document)}");
            if (time > _slowest) _slowest = time;
        }
        catch (Exception exception)
        {
            _findings.Add($"{exception.GetType().Name} ({exception.Message}) for {Show(document)}");
        }
    }
#pragma warning restore CA1031

    private static TimeSpan Measure(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>The bytes, so that the finding can be repeated whatever is in it.</summary>
    private static string Show(byte[] document) => $"base64 {Convert.ToBase64String(document)}";
}
