using AccountGraph.GraphQL.Language;

namespace AccountGraph.GraphQL.Schema.Building;

/// <summary>
/// What every schema has without saying so: scalars (3.5), directives (3.13.1 to 3.13.5) and the types of
/// introspection (<see href="https://spec.graphql.org/September2025/#sec-Schema-Introspection">4.2</see>).
/// </summary>
internal static class BuiltIns
{
    public static DocumentNode Document { get; } =
        Utf8GraphQLParser.Parse(Text, ParserOptions.Schema).Document
        ?? throw new InvalidOperationException("The built-in definitions do not parse.");

    /// <summary>Int, Float and ID are there only when mentioned; introspection needs the rest.</summary>
    public static bool IsAlwaysPresent(TypeDefinitionNode type) => type.Name is not ("Int" or "Float" or "ID");

    public static ScalarKind KindOf(string scalarName) => scalarName switch
    {
        "Int" => ScalarKind.Int,
        "Float" => ScalarKind.Float,
        "String" => ScalarKind.String,
        "Boolean" => ScalarKind.Boolean,
        "ID" => ScalarKind.Id,
        _ => ScalarKind.Custom,
    };

    private const string Text = """"
        "Text, as a sequence of Unicode characters."
        scalar String

        "True or false."
        scalar Boolean

        "A whole number of 32 bits with a sign."
        scalar Int

        "A number as IEEE 754 defines it in double precision."
        scalar Float

        "Identifies an object, often to fetch it again. It is written as a string and is not meant for people."
        scalar ID

        "Leaves the field or fragment out of the response when the argument is true."
        directive @skip("Skipped when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Puts the field or fragment into the response only when the argument is true."
        directive @include("Included when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Marks a part of the schema that should no longer be used."
        directive @deprecated(
          "Why it should not be used, and what to use instead, in Markdown."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

        "Tells where the behaviour of a custom scalar is specified."
        directive @specifiedBy("The address of the specification." url: String!) on SCALAR

        "Of the fields of the input object exactly one must be given."
        directive @oneOf on INPUT_OBJECT

        "What the server can do: its types, its directives and where each kind of operation begins."
        type __Schema {
          description: String
          "All types of the schema."
          types: [__Type!]!
          "Where queries begin."
          queryType: __Type!
          "Where mutations begin, if the server supports them."
          mutationType: __Type
          "Where subscriptions begin, if the server supports them."
          subscriptionType: __Type
          "All directives of the schema."
          directives: [__Directive!]!
        }

        "A type of the schema, or a list or non-null around one. Which fields have a value depends on the kind."
        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          specifiedByURL: String
          fields(includeDeprecated: Boolean = false): [__Field!]
          interfaces: [__Type!]
          possibleTypes: [__Type!]
          enumValues(includeDeprecated: Boolean = false): [__EnumValue!]
          inputFields(includeDeprecated: Boolean = false): [__InputValue!]
          ofType: __Type
          isOneOf: Boolean
        }

        "The kinds of type."
        enum __TypeKind {
          "A scalar."
          SCALAR
          "An object; `fields` and `interfaces` have a value."
          OBJECT
          "An interface; `fields`, `interfaces` and `possibleTypes` have a value."
          INTERFACE
          "A union; `possibleTypes` has a value."
          UNION
          "An enum; `enumValues` has a value."
          ENUM
          "An input object; `inputFields` has a value."
          INPUT_OBJECT
          "A list; `ofType` has a value."
          LIST
          "A type without null; `ofType` has a value."
          NON_NULL
        }

        "A field of an object or interface."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "An argument of a field or directive, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "The default in the notation of GraphQL."
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A value of an enum."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A directive that documents may use."
        type __Directive {
          name: String!
          description: String
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean = false): [__InputValue!]!
        }

        "Where a directive may stand."
        enum __DirectiveLocation {
          "On a query."
          QUERY
          "On a mutation."
          MUTATION
          "On a subscription."
          SUBSCRIPTION
          "On a field of an operation."
          FIELD
          "On the definition of a fragment."
          FRAGMENT_DEFINITION
          "On the use of a named fragment."
          FRAGMENT_SPREAD
          "On an inline fragment."
          INLINE_FRAGMENT
          "On the definition of a variable."
          VARIABLE_DEFINITION
          "On the definition of the schema."
          SCHEMA
          "On the definition of a scalar."
          SCALAR
          "On the definition of an object type."
          OBJECT
          "On the definition of a field."
          FIELD_DEFINITION
          "On the definition of an argument."
          ARGUMENT_DEFINITION
          "On the definition of an interface."
          INTERFACE
          "On the definition of a union."
          UNION
          "On the definition of an enum."
          ENUM
          "On the definition of an enum's value."
          ENUM_VALUE
          "On the definition of an input object."
          INPUT_OBJECT
          "On the definition of an input object's field."
          INPUT_FIELD_DEFINITION
        }
        """";
}
