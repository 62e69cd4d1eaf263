using System.Diagnostics.CodeAnalysis;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts;

/// <summary>How an operation ended: with its answer, or with an error that the contract names.</summary>
public readonly struct Outcome<T>
    where T : class
{
    private readonly T? _value;

    /// <summary>For a <typeparamref name="T"/> from which the language allows no conversion, such as object.</summary>
    public Outcome(T value)
        : this(value, null, null)
    {
    }

    private Outcome(T? value, AccountError? error, User? concerned)
    {
        _value = value;
        Error = error;
        Concerned = concerned;
    }

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    public AccountError? Error { get; }

    /// <summary>The user whose security log tells of the operation, where that is not the caller: the one
    /// registered, signed in or found by it. Null also when nobody was found.</summary>
    public User? Concerned { get; }

    public T Value => _value ?? throw new InvalidOperationException("The operation failed and has no answer.");

    public Outcome<T> About(User? user) => new(_value, Error, user);

    public static implicit operator Outcome<T>(T value) => new(value);

    public static implicit operator Outcome<T>(AccountError error) => new(null, error, null);
}
