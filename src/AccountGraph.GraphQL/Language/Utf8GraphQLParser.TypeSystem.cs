using System.Collections.Immutable;
using AccountGraph.GraphQL.Errors;

namespace AccountGraph.GraphQL.Language;

/// <content>
/// Definitions and extensions of the type system
/// (<see href="https://spec.graphql.org/September2025/#sec-Type-System">3 Type System</see>).
/// </content>
public ref partial struct Utf8GraphQLParser
{
    private TypeSystemNode? ParseTypeSystem(int start, ValueNode.String? description)
    {
        var isExtension = description is null && SkipKeyword("extend"u8);
        if (!isExtension && SkipKeyword("directive"u8)) return ParseDirectiveDefinition(start, description);

        var definition = ParseDefinitionOrExtension(new Opening(start, description, isExtension));
        return definition is null && isExtension ? throw Unexpected() : definition;
    }

    /// <summary>What definition and extension share before their keyword.</summary>
    private readonly record struct Opening(int Start, ValueNode.String? Description, bool IsExtension);

    private TypeSystemNode? ParseDefinitionOrExtension(Opening opening)
    {
        if (SkipKeyword("schema"u8)) return ParseSchema(opening);
        if (SkipKeyword("scalar"u8)) return ParseScalar(opening);
        if (SkipKeyword("type"u8)) return ParseObjectType(opening);
        if (SkipKeyword("interface"u8)) return ParseInterface(opening);
        if (SkipKeyword("union"u8)) return ParseUnion(opening);
        if (SkipKeyword("enum"u8)) return ParseEnum(opening);

        return SkipKeyword("input"u8) ? ParseInputObject(opening) : null;
    }

    private TypeSystemNode.Schema ParseSchema(Opening opening)
    {
        var directives = ParseDirectives(isConstant: true);
        var rootTypes = opening.IsExtension && _reader.Kind != TokenKind.OpenBrace
            ? []
            : Many(TokenKind.OpenBrace, static (ref parser) => parser.ParseRootType(), TokenKind.CloseBrace);
        RequireContent(opening, directives.Length + rootTypes.Length);
        return new TypeSystemNode.Schema(
            opening.Start, opening.Description, opening.IsExtension, directives, rootTypes);
    }

    private RootTypeNode ParseRootType()
    {
        var start = _reader.Start;
        var kind = SkipKeyword("query"u8) ? OperationKind.Query
            : SkipKeyword("mutation"u8) ? OperationKind.Mutation
            : SkipKeyword("subscription"u8) ? OperationKind.Subscription
            : throw Unexpected();
        Expect(TokenKind.Colon);
        return new RootTypeNode(start, kind, ParseNamedType());
    }

    private TypeDefinitionNode.Scalar ParseScalar(Opening opening)
    {
        var name = ParseNameNode();
        var directives = ParseDirectives(isConstant: true);
        RequireContent(opening, directives.Length);
        return new TypeDefinitionNode.Scalar(
            opening.Start, opening.Description, opening.IsExtension, name, directives);
    }

    private TypeDefinitionNode.Object ParseObjectType(Opening opening)
    {
        var name = ParseNameNode();
        var interfaces = ParseInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        RequireContent(opening, interfaces.Length + directives.Length + fields.Length);
        return new TypeDefinitionNode.Object(
            opening.Start, opening.Description, opening.IsExtension, name, interfaces, directives, fields);
    }

    private TypeDefinitionNode.Interface ParseInterface(Opening opening)
    {
        var name = ParseNameNode();
        var interfaces = ParseInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        RequireContent(opening, interfaces.Length + directives.Length + fields.Length);
        return new TypeDefinitionNode.Interface(
            opening.Start, opening.Description, opening.IsExtension, name, interfaces, directives, fields);
    }

    private TypeDefinitionNode.Union ParseUnion(Opening opening)
    {
        var name = ParseNameNode();
        var directives = ParseDirectives(isConstant: true);
        var members = Skip(TokenKind.EqualSign)
            ? Separated(TokenKind.Pipe, static (ref parser) => parser.ParseNamedType())
            : [];
        RequireContent(opening, directives.Length + members.Length);
        return new TypeDefinitionNode.Union(
            opening.Start, opening.Description, opening.IsExtension, name, directives, members);
    }

    private TypeDefinitionNode.Enum ParseEnum(Opening opening)
    {
        var name = ParseNameNode();
        var directives = ParseDirectives(isConstant: true);
        var values = OptionalMany(
            TokenKind.OpenBrace, static (ref parser) => parser.ParseEnumValue(), TokenKind.CloseBrace);
        RequireContent(opening, directives.Length + values.Length);
        return new TypeDefinitionNode.Enum(
            opening.Start, opening.Description, opening.IsExtension, name, directives, values);
    }

    private TypeDefinitionNode.InputObject ParseInputObject(Opening opening)
    {
        var name = ParseNameNode();
        var directives = ParseDirectives(isConstant: true);
        var fields = OptionalMany(
            TokenKind.OpenBrace, static (ref parser) => parser.ParseInputValue(), TokenKind.CloseBrace);
        RequireContent(opening, directives.Length + fields.Length);
        return new TypeDefinitionNode.InputObject(
            opening.Start, opening.Description, opening.IsExtension, name, directives, fields);
    }

    /// <summary>An extension must add something.</summary>
    private readonly void RequireContent(Opening opening, int parts)
    {
        if (opening.IsExtension && parts == 0) throw Unexpected();
    }

    private ImmutableArray<TypeNode.Named> ParseInterfaces() => SkipKeyword("implements"u8)
        ? Separated(TokenKind.Ampersand, static (ref parser) => parser.ParseNamedType())
        : [];

    private ImmutableArray<FieldDefinitionNode> ParseFieldDefinitions() => OptionalMany(
        TokenKind.OpenBrace, static (ref parser) => parser.ParseFieldDefinition(), TokenKind.CloseBrace);

    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = _reader.Start;
        var description = ParseDescription();
        var name = ParseNameNode();
        var arguments = ParseArgumentDefinitions();
        Expect(TokenKind.Colon);
        var type = ParseType();
        return new FieldDefinitionNode(start, description, name, arguments, type, ParseDirectives(isConstant: true));
    }

    private ImmutableArray<InputValueDefinitionNode> ParseArgumentDefinitions() => OptionalMany(
        TokenKind.OpenParenthesis, static (ref parser) => parser.ParseInputValue(), TokenKind.CloseParenthesis);

    private InputValueDefinitionNode ParseInputValue()
    {
        var start = _reader.Start;
        var description = ParseDescription();
        var name = ParseNameNode();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = Skip(TokenKind.EqualSign) ? ParseValue(isConstant: true) : null;
        var directives = ParseDirectives(isConstant: true);
        return new InputValueDefinitionNode(start, description, name, type, defaultValue, directives);
    }

    private EnumValueDefinitionNode ParseEnumValue()
    {
        var start = _reader.Start;
        var description = ParseDescription();
        if (IsKeyword("true"u8) || IsKeyword("false"u8) || IsKeyword("null"u8))
        {
            throw new SyntaxException(SyntaxErrors.ReservedEnumValue(TokenText()), _reader.Start);
        }

        return new EnumValueDefinitionNode(start, description, ParseNameNode(), ParseDirectives(isConstant: true));
    }

    private TypeSystemNode.Directive ParseDirectiveDefinition(int start, ValueNode.String? description)
    {
        Expect(TokenKind.At);
        var name = ParseNameNode();
        var arguments = ParseArgumentDefinitions();
        var isRepeatable = SkipKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        var locations = Separated(TokenKind.Pipe, static (ref parser) => parser.ParseDirectiveLocation());
        return new TypeSystemNode.Directive(
            start, description, name, arguments, isRepeatable, locations.Aggregate((all, one) => all | one));
    }

    private DirectiveLocations ParseDirectiveLocation()
    {
        var location = _reader.Kind == TokenKind.Name
            ? DirectiveLocationNames.Parse(TokenText())
            : DirectiveLocations.None;
        if (location == DirectiveLocations.None) throw Unexpected();

        Next();
        return location;
    }
}
