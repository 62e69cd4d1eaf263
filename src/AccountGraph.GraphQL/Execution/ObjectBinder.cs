using System.Text.Json;
using AccountGraph.GraphQL.Execution.Bindings;

namespace AccountGraph.GraphQL.Execution;

/// <summary>
/// Binds the fields of one object type to readers of <typeparamref name="T"/>, each called once per object and field,
/// synchronously and without boxing. A reader must be quick; what needs I/O is a <see cref="Field"/>.
/// </summary>
public sealed class ObjectBinder<T>
    where T : class
{
    private readonly Action<string, FieldBinding> _add;

    internal ObjectBinder(Action<string, FieldBinding> add) => _add = add;

    /// <summary>A String, an ID or a custom scalar that is written as text.</summary>
    public ObjectBinder<T> Text(string field, Func<T, string?> read) => Add(field, new TextBinding<T>(read));

    /// <summary>An enum, by the name of its value.</summary>
    public ObjectBinder<T> Enum(string field, Func<T, string?> read) => Add(field, new EnumBinding<T>(read));

    /// <summary>A Boolean.</summary>
    public ObjectBinder<T> Flag(string field, Func<T, bool?> read) => Add(field, new FlagBinding<T>(read));

    /// <summary>An Int; a value beyond 32 bits is an error of the field.</summary>
    public ObjectBinder<T> Integer(string field, Func<T, long?> read) => Add(field, new IntegerBinding<T>(read));

    /// <summary>A Float; a value that is not finite is an error of the field.</summary>
    public ObjectBinder<T> Float(string field, Func<T, double?> read) => Add(field, new FloatBinding<T>(read));

    /// <summary>A list of String, ID or an enum.</summary>
    public ObjectBinder<T> Texts(string field, Func<T, IReadOnlyList<string?>?> read) =>
        Add(field, new TextListBinding<T>(read));

    /// <summary>A custom scalar from one complete JSON value in UTF-8, copied as it is; empty means null.</summary>
    public ObjectBinder<T> Json(string field, Func<T, ReadOnlyMemory<byte>> read) =>
        Add(field, new JsonBinding<T>(read));

    /// <summary>A custom scalar from a JSON value.</summary>
    public ObjectBinder<T> Json(string field, Func<T, JsonElement?> read) =>
        Add(field, new JsonElementBinding<T>(read));

    /// <summary>An object, or a value of an interface or union.</summary>
    public ObjectBinder<T> Object<TChild>(string field, Func<T, TChild?> read)
        where TChild : class => Add(field, new ObjectBinding<T, TChild>(read));

    /// <summary>An object that depends on the field's arguments.</summary>
    public ObjectBinder<T> Object<TChild>(string field, Func<T, ArgumentValues, TChild?> read)
        where TChild : class => Add(field, new ObjectBinding<T, TChild>(read));

    /// <summary>A list of objects, or of values of an interface or union.</summary>
    public ObjectBinder<T> List<TItem>(string field, Func<T, IReadOnlyList<TItem?>?> read)
        where TItem : class => Add(field, new ListBinding<T, TItem>(read));

    /// <summary>A list of objects that depends on the field's arguments.</summary>
    public ObjectBinder<T> List<TItem>(string field, Func<T, ArgumentValues, IReadOnlyList<TItem?>?> read)
        where TItem : class => Add(field, new ListBinding<T, TItem>(read));

    /// <summary>Any field, by a resolver.</summary>
    public ObjectBinder<T> Field(string field, FieldResolver resolver) => Add(field, new ResolverBinding(resolver));

    private ObjectBinder<T> Add(string field, FieldBinding binding)
    {
        _add(field, binding);
        return this;
    }
}
