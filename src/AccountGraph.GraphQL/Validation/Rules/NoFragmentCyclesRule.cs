using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Validation.Rules;

/// <summary>
/// <see href="https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles">
/// 5.5.2.2 Fragment Spreads Must Not Form Cycles</see>.
/// No fragment reaches itself.
/// </summary>
internal sealed class NoFragmentCyclesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<DefinitionNode.Fragment> _done = [];
    private readonly HashSet<DefinitionNode.Fragment> _onPath = [];
    private readonly Stack<(DefinitionNode.Fragment Fragment, int NextSpread)> _path = new();

    public override void End()
    {
        foreach (var fragment in Context.Fragments) Search(fragment);
    }

    /// <summary>Depth first, with a stack of its own: a chain of fragments may be as long as the document.</summary>
    private void Search(DefinitionNode.Fragment start)
    {
        Push(start);
        while (_path.TryPop(out var step))
        {
            var spreads = Context.UsesOf(step.Fragment).Spreads;
            if (step.NextSpread == spreads.Count)
            {
                _onPath.Remove(step.Fragment);
                continue;
            }

            _path.Push(step with { NextSpread = step.NextSpread + 1 });
            if (Context.FindFragment(spreads[step.NextSpread].Name) is not { } next) continue;

            if (_onPath.Contains(next)) ReportCycle(next);
            else Push(next);
        }
    }

    private void Push(DefinitionNode.Fragment fragment)
    {
        if (!_done.Add(fragment)) return;

        _onPath.Add(fragment);
        _path.Push((fragment, 0));
    }

    /// <summary>Points at every spread of the circle, beginning in the fragment where the circle was entered.</summary>
    private void ReportCycle(DefinitionNode.Fragment entry)
    {
        var circle = _path.Reverse().SkipWhile(step => step.Fragment != entry);
        SyntaxNode[] spreads = [.. circle.Select(step => Context.UsesOf(step.Fragment).Spreads[step.NextSpread - 1])];
        Context.Report(this, ValidationErrors.FragmentCycle(entry.Name), spreads);
    }
}
