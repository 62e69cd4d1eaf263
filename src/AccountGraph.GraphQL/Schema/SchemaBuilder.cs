using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema.Building;

namespace AccountGraph.GraphQL.Schema;

/// <summary>
/// Builds a schema from a type system document and checks it against the whole of
/// <see href="https://spec.graphql.org/September2025/#sec-Type-System">3 Type System</see>.
/// </summary>
public static class SchemaBuilder
{
    /// <summary>
    /// Definitions and extensions of the document together are the schema; built-in scalars, directives and the
    /// types of introspection are added. Nothing is thrown for an invalid document.
    /// </summary>
    /// <remarks>
    /// Errors come in stages, each of which takes for granted what the one before has checked: syntax; names and
    /// directives; types; default values. One rule of 3.13 is left out as in the reference implementation, whose
    /// behaviour the corpus holds us to: a directive may be applied to the arguments of its own definition.
    /// </remarks>
    public static SchemaResult Build(SourceText source)
    {
        var parsed = Utf8GraphQLParser.Parse(source, ParserOptions.Schema);
        if (!parsed.IsValid) return new SchemaResult(parsed.Errors);

        var errors = new SchemaErrorList(parsed.Document);
        var document = new SchemaDocument(parsed.Document, errors);
        UniqueMembers.Check(document, errors);
        KnownNames.Check(document, errors);
        AppliedDirectives.Check(document, errors);
        if (errors.Any) return new SchemaResult(errors.ToImmutable());

        var draft = new TypeFactory(document).Build();
        RootTypes.Check(draft, errors);
        Members.Check(draft, errors);
        Implementations.Check(draft, errors);
        InputCycles.Check(draft, errors);
        if (errors.Any) return new SchemaResult(errors.ToImmutable());

        DefaultValues.Coerce(draft, errors);
        return errors.Any ? new SchemaResult(errors.ToImmutable()) : new SchemaResult(draft.ToSchema());
    }

    /// <inheritdoc cref="Build(SourceText)"/>
    public static SchemaResult Build(string text) => Build(SourceText.From(text));
}
