using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AccountGraph.Gateway.Operations;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.Gateway.Http;

/// <summary>The REST routes of the rows as an OpenAPI 3.1 document. Arguments, types and descriptions are those of
/// the published schema.</summary>
internal sealed class OpenApiDocument
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ContractSchema _contract;

    public OpenApiDocument(OperationTable operations, ContractSchema contract)
    {
        _contract = contract;
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "AccountGraph",
                ["version"] = ErrorMapper.ContractVersion,
                ["description"] = "The REST form of the operations that schema.graphql publishes.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/v1" }),
            ["tags"] = new JsonArray(new JsonObject { ["name"] = "account" }),
            ["paths"] = Paths(operations),
            ["components"] = new JsonObject
            {
                ["schemas"] = Schemas(),
                ["parameters"] = new JsonObject { ["Project"] = ProjectParameter() },
                ["responses"] = new JsonObject
                {
                    ["Error"] = Answer("What went wrong.", Reference("schemas", "Error")),
                },
                ["securitySchemes"] = SecuritySchemes(),
            },
        };
        Utf8 = JsonSerializer.SerializeToUtf8Bytes(document, Readable);
    }

    public byte[] Utf8 { get; }

    private JsonObject Paths(OperationTable operations)
    {
        var paths = new JsonObject();
        foreach (var operation in operations.Operations)
        {
            foreach (var route in operation.Routes)
            {
                if (paths[route.Path] is not JsonObject path) paths[route.Path] = path = [];
                path[route.Method.ToLowerInvariant()] = Describe(operation, route);
            }
        }

        return paths;
    }

    private JsonObject Describe(Operation operation, RestRoute route)
    {
        var field = _contract.FieldOf(operation);
        var described = new JsonObject { ["tags"] = new JsonArray("account") };
        // A further address of the same operation has no name of its own: names are unique.
        if (route == operation.Routes[0]) described["operationId"] = operation.Name;
        if (field.Description is not null) described["description"] = field.Description;
        described["security"] = Security(operation.Scope);
        described["parameters"] = Parameters(field, route);
        if (Body(field, route) is { } body) described["requestBody"] = body;
        described["responses"] = new JsonObject
        {
            [$"{route.Status}"] = route.Status == StatusCodes.Status204NoContent
                ? Answer("Done; there is no content.", schema: null)
                : Answer("Done.", SchemaOf(field.Type)),
            ["default"] = Reference("responses", "Error"),
        };
        return described;
    }

    private static JsonArray Parameters(FieldDefinition field, RestRoute route)
    {
        var parameters = new JsonArray(Reference("parameters", "Project"));
        foreach (var argument in field.Arguments.Items)
        {
            var isInPath = IsInPath(argument, route);
            if (!isInPath && route.Method != HttpMethods.Get) continue;
            var parameter = new JsonObject
            {
                ["name"] = argument.Name,
                ["in"] = isInPath ? "path" : "query",
                ["required"] = isInPath || argument.IsRequired,
                ["schema"] = SchemaOf(argument.Type),
            };
            if (argument.Description is not null) parameter["description"] = argument.Description;
            parameters.Add(parameter);
        }

        return parameters;
    }

    private static JsonObject? Body(FieldDefinition field, RestRoute route)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var argument in field.Arguments.Items)
        {
            if (route.Method == HttpMethods.Get || IsInPath(argument, route)) continue;
            var property = SchemaOf(argument.Type);
            if (argument.Description is not null) property["description"] = argument.Description;
            properties[argument.Name] = property;
            if (argument.IsRequired) required.Add(argument.Name);
        }

        if (properties.Count == 0) return null;
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0) schema["required"] = required;
        return new JsonObject { ["required"] = required.Count > 0, ["content"] = Json(schema) };
    }

    private static bool IsInPath(InputValue argument, RestRoute route) =>
        route.Path.Contains($"{{{argument.Name}}}", StringComparison.Ordinal);

    private JsonObject Schemas()
    {
        var schemas = new JsonObject();
        foreach (var type in ContractTypes.Types.OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            // Success without content.
            if (type.View != typeof(Accounts.Done)) schemas[type.Name] = SchemaOf(type);
        }

        schemas["Error"] = Closed(new JsonObject
        {
            ["message"] = Plain("string"),
            ["code"] = Plain("integer"),
            ["type"] = Plain("string"),
            ["version"] = Plain("string"),
        });
        return schemas;
    }

    private JsonObject SchemaOf(IContractType type)
    {
        var definition = (ObjectType)_contract.Schema.Types[type.Name]!;
        if (type.RestFields is not { } fields)
        {
            var free = Plain("object");
            if (definition.Description is not null) free["description"] = definition.Description;
            return free;
        }

        var properties = new JsonObject();
        foreach (var field in fields)
        {
            var declared = definition.Fields[field.Name]!;
            var property = SchemaOf(declared.Type);
            if (field.IsOptional) property["type"] = new JsonArray(property["type"]!.GetValue<string>(), "null");
            if (declared.Description is not null) property["description"] = declared.Description;
            properties[field.RestName] = property;
        }

        var schema = Closed(properties);
        if (definition.Description is not null) schema["description"] = definition.Description;
        return schema;
    }

    private static JsonObject SchemaOf(GraphQLType type) => type.Nullable is ListType list
        ? new JsonObject { ["type"] = "array", ["items"] = SchemaOf(list.ElementType) }
        : type.Named.Name switch
        {
            "String" or "ID" => Plain("string"),
            "Boolean" => Plain("boolean"),
            "Int" => Plain("integer"),
            "Assoc" or "Json" => Plain("object"),
            var name => Reference("schemas", name),
        };

    /// <summary>Every member is always there.</summary>
    private static JsonObject Closed(JsonObject properties) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray([.. properties.Select(property => JsonValue.Create(property.Key))]),
        ["properties"] = properties,
    };

    private static JsonObject Plain(string type) => new() { ["type"] = type };

    private static JsonObject Reference(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };

    private static JsonObject Answer(string description, JsonObject? schema)
    {
        var answer = new JsonObject { ["description"] = description };
        if (schema is not null) answer["content"] = Json(schema);
        return answer;
    }

    private static JsonObject Json(JsonObject schema) =>
        new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    private static JsonObject ProjectParameter() => new()
    {
        ["name"] = "X-Appwrite-Project",
        ["in"] = "header",
        ["description"] = "The project; the one called default when it is absent.",
        ["schema"] = Plain("string"),
    };

    private static JsonObject SecuritySchemes() => new()
    {
        ["Session"] = Header("X-Appwrite-Session", "The token of a session. Browsers send it as a cookie instead."),
        ["JWT"] = Header("X-Appwrite-JWT", "A JSON Web Token of a signed-in user."),
        ["Key"] = Header("X-Appwrite-Key", "A key of the project that holds the operation's scope."),
    };

    private static JsonObject Header(string name, string description) => new()
    {
        ["type"] = "apiKey",
        ["in"] = "header",
        ["name"] = name,
        ["description"] = description,
    };

    /// <summary>What a caller may come with; any one of them is enough.</summary>
    private static JsonArray Security(Scope scope)
    {
        var security = new JsonArray();
        if (scope.IsHeldByGuests()) security.Add(new JsonObject());
        security.Add(new JsonObject { ["Session"] = new JsonArray() });
        security.Add(new JsonObject { ["JWT"] = new JsonArray() });
        if (scope.IsGrantable()) security.Add(new JsonObject { ["Key"] = new JsonArray() });
        return security;
    }
}
