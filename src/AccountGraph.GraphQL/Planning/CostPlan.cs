using AccountGraph.GraphQL.Execution;

namespace AccountGraph.GraphQL.Planning;

/// <summary>
/// What a selection set costs: one number where nothing depends on variables, else also the parts that do. Fragments
/// share theirs.
/// </summary>
internal sealed class CostPlan
{
    // Shared fragments can be reached on more ways than there are atoms; then the answer is "too much".
    private const int MostSteps = 20_000;
    private const int TooMuch = int.MaxValue / 4;

    private readonly List<Part> _parts = [];
    private int _constant;

    public bool IsConstant => _parts.Count == 0;

    public void AddField(CostPlan selection, FieldCost? cost, ArgumentsPlan arguments, Conjunction included)
    {
        var part = new Part(selection, included, arguments, cost, IsField: true);
        var steps = 1;
        if (part.IsConstant) _constant = Sum(_constant, part.Evaluate([], isAll: true, ref steps));
        else _parts.Add(part);
    }

    public void AddFragment(CostPlan selection, Conjunction included)
    {
        var part = new Part(selection, included, ArgumentsPlan.None, null, IsField: false);
        if (part.IsConstant) _constant = Sum(_constant, selection._constant);
        else _parts.Add(part);
    }

    /// <summary>
    /// The cost with these variables, or with <paramref name="isAll"/> as if everything were included.
    /// </summary>
    public int Evaluate(object?[] variables, bool isAll = false)
    {
        var steps = MostSteps;
        return Evaluate(variables, isAll, ref steps);
    }

    private int Evaluate(object?[] variables, bool isAll, ref int steps)
    {
        var cost = _constant;
        foreach (var part in _parts)
        {
            if (steps-- <= 0) return TooMuch;
            cost = Sum(cost, part.Evaluate(variables, isAll, ref steps));
        }

        return cost;
    }

    private static int Sum(int left, int right) => (int)Math.Min((long)left + right, TooMuch);

    private sealed record Part(
        CostPlan Selection, Conjunction Included, ArgumentsPlan Arguments, FieldCost? Cost, bool IsField)
    {
        public bool IsConstant =>
            Selection.IsConstant && Included.IsAlways && (Cost is null || !Arguments.IsVariable);

        public int Evaluate(object?[] variables, bool isAll, ref int steps)
        {
            if (!isAll && !Included.IsMet(variables)) return 0;

            var selection = Selection.Evaluate(variables, isAll, ref steps);
            if (!IsField) return selection;

            return Cost is not null && Arguments.TryGetValues(variables, out var arguments, out _)
                ? Math.Max(0, Cost(arguments, selection))
                : Sum(selection, 1);
        }
    }
}
