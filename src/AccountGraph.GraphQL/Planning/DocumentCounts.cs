using System.Collections.Immutable;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Planning;

/// <summary>
/// What is counted in the text of a document before it is validated, all operations and fragments together.
/// </summary>
internal sealed class DocumentCounts
{
    public DocumentCounts(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            Count(definition.Directives);
            if (definition is DefinitionNode.Operation operation)
            {
                foreach (var variable in operation.Variables) Count(variable.Directives);
                Count(operation.SelectionSet);
            }
            else if (definition is DefinitionNode.Fragment fragment)
            {
                Count(fragment.SelectionSet);
            }
        }
    }

    public int Aliases { get; private set; }

    public int Directives { get; private set; }

    /// <summary>Whether a field is named <c>__schema</c> or <c>__type</c>.</summary>
    public bool UsesIntrospection { get; private set; }

    // The parser has bounded the nesting.
    private void Count(SelectionSetNode selections)
    {
        foreach (var selection in selections.Selections)
        {
            Count(selection.Directives);
            switch (selection)
            {
                case SelectionNode.Field field:
                    if (field.Alias is not null) Aliases++;
                    UsesIntrospection |= field.Name is "__schema" or "__type";
                    if (field.SelectionSet is not null) Count(field.SelectionSet);
                    break;
                case SelectionNode.InlineFragment inline:
                    Count(inline.SelectionSet);
                    break;
            }
        }
    }

    private void Count(ImmutableArray<DirectiveNode> directives) => Directives += directives.Length;
}
