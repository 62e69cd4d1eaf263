using AccountGraph.GraphQL.Schema;

namespace AccountGraph.Conformance.Fuzzing;

/// <summary>A schema in which fields overlap, differ and contradict each other across types.</summary>
public static class FuzzSchema
{
    public const string Text = """
        directive @tag(name: String! = "x", level: Int) repeatable on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | QUERY
        interface Node { id: ID! self: Node name(style: Style = SHORT, max: Int): String }
        type Dog implements Node {
          id: ID! self: Dog name(style: Style = SHORT, max: Int): String
          size: Int friends(first: Int! = 3, where: Filter): [Node!]! owner: Person
        }
        type Cat implements Node {
          id: ID! self: Cat name(style: Style = SHORT, max: Int): String
          size: Float! friends(first: Int! = 3, where: Filter): [Node!]! owner: Person!
        }
        type Person {
          id: ID! name(style: Style = SHORT, max: Int): String pet: Pet pets(of: Choice): [Pet] self: Person
        }
        union Pet = Dog | Cat
        enum Style { SHORT LONG }
        input Filter { name: String = "n" size: Int and: [Filter!] or: Filter style: Style! = LONG }
        input Choice @oneOf { dog: ID cat: Filter }
        type Query {
          id: ID! self: Query node(id: ID!): Node pet: Pet person(filter: Filter): Person dog: Dog cat: Cat size: Int
        }
        type Mutation { rename(id: ID!, name: String): Node }
        type Subscription { renamed: Node size: Int }
        """;

    public static GraphQLSchema Build() => SchemaBuilder.Build(Text).Schema!;
}
