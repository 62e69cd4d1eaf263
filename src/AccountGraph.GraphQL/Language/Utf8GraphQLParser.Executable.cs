using System.Collections.Immutable;
using AccountGraph.GraphQL.Errors;

namespace AccountGraph.GraphQL.Language;

/// <content>Operations, fragments, values and type references (2.3 to 2.12).</content>
public ref partial struct Utf8GraphQLParser
{
    private DefinitionNode? ParseExecutable(int start, ValueNode.String? description)
    {
        if (SkipKeyword("query"u8)) return ParseOperation(start, description, OperationKind.Query);
        if (SkipKeyword("mutation"u8)) return ParseOperation(start, description, OperationKind.Mutation);
        if (SkipKeyword("subscription"u8)) return ParseOperation(start, description, OperationKind.Subscription);

        return SkipKeyword("fragment"u8) ? ParseFragment(start, description) : null;
    }

    private DefinitionNode.Operation ParseOperation(int start, ValueNode.String? description, OperationKind kind)
    {
        var name = _reader.Kind == TokenKind.Name ? ParseNameNode() : null;
        var variables = OptionalMany(
            TokenKind.OpenParenthesis,
            static (ref parser) => parser.ParseVariableDefinition(), TokenKind.CloseParenthesis);
        var directives = ParseDirectives(isConstant: false);
        return new DefinitionNode.Operation(start, description, kind, name, variables, directives, ParseSelectionSet());
    }

    private DefinitionNode.Fragment ParseFragment(int start, ValueNode.String? description)
    {
        var name = ParseFragmentName();
        ExpectKeyword("on"u8);
        var condition = ParseNamedType();
        var directives = ParseDirectives(isConstant: false);
        return new DefinitionNode.Fragment(start, description, name, condition, directives, ParseSelectionSet());
    }

    private NameNode ParseFragmentName() => IsKeyword("on"u8) ? throw Unexpected() : ParseNameNode();

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _reader.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = Skip(TokenKind.EqualSign) ? ParseValue(isConstant: true) : null;
        var directives = ParseDirectives(isConstant: true);
        return new VariableDefinitionNode(start, description, variable, type, defaultValue, directives);
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var start = _reader.Start;
        Enter();
        var selections = Many(
            TokenKind.OpenBrace, static (ref parser) => parser.ParseSelection(), TokenKind.CloseBrace);
        Leave();
        return new SelectionSetNode(start, selections);
    }

    private SelectionNode ParseSelection()
    {
        var start = _reader.Start;
        return Skip(TokenKind.Spread) ? ParseSpread(start) : ParseField(start);
    }

    private SelectionNode.Field ParseField(int start)
    {
        var name = ParseName();
        string? alias = null;
        if (Skip(TokenKind.Colon)) (alias, name) = (name, ParseName());

        var arguments = ParseArguments(isConstant: false);
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = _reader.Kind == TokenKind.OpenBrace ? ParseSelectionSet() : null;
        return new SelectionNode.Field(start, alias, name, arguments, directives, selectionSet);
    }

    private SelectionNode ParseSpread(int start)
    {
        var isConditioned = SkipKeyword("on"u8);
        if (!isConditioned && _reader.Kind == TokenKind.Name)
        {
            return new SelectionNode.FragmentSpread(start, ParseNameNode(), ParseDirectives(isConstant: false));
        }

        var condition = isConditioned ? ParseNamedType() : null;
        var directives = ParseDirectives(isConstant: false);
        return new SelectionNode.InlineFragment(start, condition, directives, ParseSelectionSet());
    }

    private ImmutableArray<ArgumentNode> ParseArguments(bool isConstant)
    {
        ItemParser<ArgumentNode> parseArgument = isConstant
            ? static (ref parser) => parser.ParseArgument(isConstant: true)
            : static (ref parser) => parser.ParseArgument(isConstant: false);
        return OptionalMany(TokenKind.OpenParenthesis, parseArgument, TokenKind.CloseParenthesis);
    }

    private ArgumentNode ParseArgument(bool isConstant)
    {
        var start = _reader.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ArgumentNode(start, name, ParseValue(isConstant));
    }

    private ImmutableArray<DirectiveNode> ParseDirectives(bool isConstant)
    {
        if (_reader.Kind != TokenKind.At) return [];

        var directives = ImmutableArray.CreateBuilder<DirectiveNode>();
        for (var start = _reader.Start; Skip(TokenKind.At); start = _reader.Start)
        {
            directives.Add(new DirectiveNode(start, ParseName(), ParseArguments(isConstant)));
        }

        return directives.DrainToImmutable();
    }

    private ValueNode ParseValue(bool isConstant)
    {
        var start = _reader.Start;
        switch (_reader.Kind)
        {
            case TokenKind.Int:
                return new ValueNode.Int(start, TakeText());
            case TokenKind.Float:
                return new ValueNode.Float(start, TakeText());
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name when SkipKeyword("true"u8):
                return new ValueNode.Boolean(start, true);
            case TokenKind.Name when SkipKeyword("false"u8):
                return new ValueNode.Boolean(start, false);
            case TokenKind.Name when SkipKeyword("null"u8):
                return new ValueNode.Null(start);
            case TokenKind.Name:
                return new ValueNode.Enum(start, TakeText());
            case TokenKind.OpenBracket:
                return ParseList(start, isConstant);
            case TokenKind.OpenBrace:
                return ParseObject(start, isConstant);
            case TokenKind.Dollar:
                var variable = ParseVariable();
                return isConstant
                    ? throw new SyntaxException(SyntaxErrors.VariableInConstant(variable.Name), start)
                    : variable;
            default:
                throw Unexpected();
        }
    }

    private string TakeText()
    {
        var text = TokenText();
        Next();
        return text;
    }

    private ValueNode.String? ParseDescription() =>
        _reader.Kind is TokenKind.String or TokenKind.BlockString ? ParseString() : null;

    private ValueNode.String ParseString()
    {
        var value = new ValueNode.String(
            _reader.Start, _reader.StringValue, isBlock: _reader.Kind == TokenKind.BlockString);
        Next();
        return value;
    }

    private ValueNode.Variable ParseVariable()
    {
        var start = _reader.Start;
        Expect(TokenKind.Dollar);
        return new ValueNode.Variable(start, ParseNameNode());
    }

    private ValueNode.List ParseList(int start, bool isConstant)
    {
        Enter();
        Next();
        var items = ImmutableArray.CreateBuilder<ValueNode>();
        while (!Skip(TokenKind.CloseBracket)) items.Add(ParseValue(isConstant));

        Leave();
        return new ValueNode.List(start, items.DrainToImmutable());
    }

    private ValueNode.Object ParseObject(int start, bool isConstant)
    {
        Enter();
        Next();
        var fields = ImmutableArray.CreateBuilder<ObjectFieldNode>();
        while (!Skip(TokenKind.CloseBrace))
        {
            var fieldStart = _reader.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            fields.Add(new ObjectFieldNode(fieldStart, name, ParseValue(isConstant)));
        }

        Leave();
        return new ValueNode.Object(start, fields.DrainToImmutable());
    }

    private TypeNode.Named ParseNamedType() => new(_reader.Start, ParseName());

    private TypeNode ParseType()
    {
        var start = _reader.Start;
        TypeNode type = _reader.Kind == TokenKind.OpenBracket ? ParseListType(start) : ParseNamedType();
        return Skip(TokenKind.Bang) ? new TypeNode.NonNull(start, type) : type;
    }

    private TypeNode.List ParseListType(int start)
    {
        Enter();
        Next();
        var elementType = ParseType();
        Expect(TokenKind.CloseBracket);
        Leave();
        return new TypeNode.List(start, elementType);
    }
}
