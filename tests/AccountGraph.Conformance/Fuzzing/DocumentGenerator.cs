using System.Text;

namespace AccountGraph.Conformance.Fuzzing;

/// <summary>Writes random documents that parse and that often, but not always, fit <see cref="FuzzSchema"/>.</summary>
public sealed class DocumentGenerator(SeededNumbers numbers)
{
    private readonly StringBuilder _text = new();

    /// <summary>A few operations and fragments that refer to each other.</summary>
    public string Document()
    {
        _text.Clear();
        var operations = 1 + numbers.Below(2);
        for (var i = 0; i < operations; i++)
        {
            _text.Append(numbers.Pick("query", "query", "query", "mutation", "subscription")).Append(" O").Append(i);
            if (numbers.OneIn(2)) _text.Append(numbers.Pick("($v: Int = 1)", "($v: Int!, $w: Filter!)", "($w: [ID])"));
            Selections("Query", depth: 0);
        }

        for (var i = 0; i < 3; i++)
        {
            var type = numbers.Pick("Query", "Node", "Dog", "Cat", "Person", "Pet");
            _text.Append("fragment F").Append(i).Append(" on ").Append(type);
            Selections(type, depth: 2);
        }

        return _text.ToString();
    }

    private void Selections(string type, int depth)
    {
        _text.Append('{');
        var count = 1 + numbers.Below(4);
        for (var i = 0; i < count; i++)
        {
            switch (numbers.Below(8))
            {
                case 0:
                    _text.Append("...F").Append(numbers.Below(3));
                    break;
                case 1 when depth < 4:
                    var condition = numbers.Pick(type, "Node", "Dog", "Cat", "Pet");
                    _text.Append("... on ").Append(condition);
                    Selections(condition, depth + 1);
                    break;
                default:
                    Field(type, depth);
                    break;
            }

            _text.Append(' ');
        }

        _text.Append('}');
    }

    private void Field(string type, int depth)
    {
        if (numbers.OneIn(3)) _text.Append(numbers.Pick("a", "b", "name", "size")).Append(':');

        var (name, next) = type switch
        {
            _ when numbers.OneIn(6) => ("__typename", null),
            "Query" => numbers.Pick(
                ("node(id: 1)", "Node"), ("pet", "Pet"), ("person", "Person"), ("dog", "Dog"), ("cat", "Cat")),
            "Pet" => ("__typename", (string?)null),
            "Person" => numbers.Pick(("id", null), ("pet", "Pet"), ("pets(of: {dog: 1})", "Pet"), ("self", "Person")),
            "Node" => numbers.Pick(("id", null), ("self", "Node"), ("name", null)),
            _ => numbers.Pick(("id", null), ("self", type), ("size", null), ("friends", "Node"), ("owner", "Person")),
        };
        _text.Append(name);
        if (name == "name" && numbers.OneIn(2)) _text.Append("(max: ").Append(numbers.Pick("1", "2", "$v")).Append(')');
        if (name == "friends" && numbers.OneIn(3)) _text.Append("(where: {size: 1, or: {name: null}})");
        if (numbers.OneIn(12)) _text.Append("@include(if: true)@tag(level: 2)");

        // At the bottom a composite field may lack its selection, which is an error to find.
        if (next is null || depth > 4) return;

        Selections(next, depth + 1);
    }
}
