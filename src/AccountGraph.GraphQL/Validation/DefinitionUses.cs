using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Validation;

/// <summary>What an operation or fragment uses itself, in source order.</summary>
internal sealed class DefinitionUses
{
    public List<SelectionNode.FragmentSpread> Spreads { get; } = [];

    public List<VariableUse> Variables { get; } = [];
}
