using System.Text.Json;
using AccountGraph.GraphQL.Execution;

namespace AccountGraph.Gateway.Operations;

/// <summary>Names the fields of a contract type once, for GraphQL and REST alike.</summary>
internal sealed class ContractType<T>(string name) : IContractType
    where T : class
{
    private readonly List<ContractMember<T>> _members = [];
    private Action<Utf8JsonWriter, T>? _writeWhole;

    public string Name => name;

    public Type View => typeof(T);

    public IReadOnlyList<RestField>? RestFields => _writeWhole is null
        ? [.. _members.Where(member => member.Write is not null).Select(member => member.Field)]
        : null;

    public ContractType<T> Text(string field, Func<T, string?> read, bool isOptional = false) => Add(
        field, binder => binder.Text(field, read), (json, view) => json.WriteStringValue(read(view)), isOptional);

    public ContractType<T> Flag(string field, Func<T, bool?> read) => Add(
        field,
        binder => binder.Flag(field, read),
        (json, view) =>
        {
            if (read(view) is { } value) json.WriteBooleanValue(value);
            else json.WriteNullValue();
        });

    public ContractType<T> Integer(string field, Func<T, int> read) => Add(
        field, binder => binder.Integer(field, view => read(view)), (json, view) => json.WriteNumberValue(read(view)));

    public ContractType<T> Texts(string field, Func<T, IReadOnlyList<string>> read) => Add(
        field,
        binder => binder.Texts(field, read),
        (json, view) =>
        {
            json.WriteStartArray();
            foreach (var text in read(view)) json.WriteStringValue(text);
            json.WriteEndArray();
        });

    public ContractType<T> Object<TChild>(string field, Func<T, TChild> read)
        where TChild : class
        => Add(field, binder => binder.Object(field, read), (json, view) => ContractTypes.Write(json, read(view)));

    public ContractType<T> List<TItem>(string field, Func<T, IReadOnlyList<TItem>> read)
        where TItem : class
        => Add(
            field,
            binder => binder.List(field, read),
            (json, view) =>
            {
                json.WriteStartArray();
                foreach (var item in read(view)) ContractTypes.Write(json, item);
                json.WriteEndArray();
            });

    /// <summary>A field that only GraphQL has.</summary>
    public ContractType<T> GraphQLOnly(string field, Func<T, string?> read) =>
        Add(field, binder => binder.Text(field, read), write: null);

    /// <summary>REST shows the whole view as this JSON text instead of an object with its fields.</summary>
    public ContractType<T> RestAsJson(Func<T, string> read)
    {
        _writeWhole = (json, view) => json.WriteRawValue(read(view));
        return this;
    }

    public void BindTo(ResolverMap map) => map.Object<T>(name, binder =>
    {
        foreach (var member in _members) member.Bind(binder);
    });

    public void Write(Utf8JsonWriter json, object view)
    {
        if (_writeWhole is not null)
        {
            _writeWhole(json, (T)view);
            return;
        }

        json.WriteStartObject();
        foreach (var member in _members)
        {
            if (member.Write is not { } write) continue;
            json.WritePropertyName(member.Field.RestName);
            write(json, (T)view);
        }

        json.WriteEndObject();
    }

    private ContractType<T> Add(
        string field, Action<ObjectBinder<T>> bind, Action<Utf8JsonWriter, T>? write, bool isOptional = false)
    {
        _members.Add(new ContractMember<T>(new RestField(field, isOptional), bind, write));
        return this;
    }
}
