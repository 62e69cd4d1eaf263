using System.Collections.Frozen;
using System.Collections.Immutable;

namespace AccountGraph.GraphQL.Schema;

/// <summary>A type that fields are selected from: object, interface or union.</summary>
public abstract class CompositeType(string name, string? description) : NamedType(name, description)
{
    private FrozenSet<ObjectType> _possibleTypes = [];

    /// <summary>
    /// The object types that a value of this type can have at run time
    /// (<see href="https://spec.graphql.org/September2025/#GetPossibleTypes()">GetPossibleTypes()</see>),
    /// in schema order.
    /// </summary>
    public ImmutableArray<ObjectType> PossibleTypes
    {
        get;
        internal set
        {
            field = value;
            _possibleTypes = value.ToFrozenSet();
        }
    }

    = [];

    /// <summary>Whether <paramref name="type"/> is among <see cref="PossibleTypes"/>.</summary>
    public bool IsPossible(ObjectType type) => _possibleTypes.Contains(type);

    /// <summary>Whether a value can be of both types, so that a fragment on one makes sense inside the other.</summary>
    public bool Overlaps(CompositeType other) => this == other || _possibleTypes.Overlaps(other._possibleTypes);
}
