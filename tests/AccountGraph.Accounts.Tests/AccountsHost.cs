using AccountGraph.Accounts.Devices;
using AccountGraph.Accounts.OAuth2;
using AccountGraph.Accounts.Profile;
using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Sessions;
using AccountGraph.Accounts.Users;
using AccountGraph.Messaging;
using AccountGraph.Messaging.Templates;
using AccountGraph.Storage;
using AccountGraph.Storage.Sqlite;
using AccountGraph.Testing;

namespace AccountGraph.Accounts.Tests;

/// <summary>The whole room on a store in memory, with a clock that stands still.</summary>
internal sealed class AccountsHost : IAsyncDisposable
{
    public const string Password = "correct horse 7";

    private readonly Dictionary<Type, object> _parts = [];
    private readonly CountingStore _store;
    private int _users;

    private AccountsHost()
    {
        _store = new CountingStore(
            SqliteDocumentStore.Open(new SqliteOptions { Path = SqliteOptions.InMemory }, Clock));
        var keys = KeyRing.From("a key of the tests, thirty-two bytes");
        _parts[typeof(TimeProvider)] = Clock;
        _parts[typeof(IDocumentStore)] = _store;
        _parts[typeof(KeyRing)] = keys;
        _parts[typeof(IMessageQueue)] = Queue;
        _parts[typeof(TemplateOverrides)] = TemplateOverrides.None;
        // No provider answers here: walks to providers are tested against a real socket, with the gateway.
        _parts[typeof(ProviderChannel)] = new ProviderChannel(new HttpClient(new SocketsHttpHandler()));
        _parts[typeof(Lifetimes)] = new Lifetimes();
        _parts[typeof(MfaOptions)] = new MfaOptions();
        _parts[typeof(PasswordHashingOptions)] =
            new PasswordHashingOptions { MemoryKiB = 64, Iterations = 1, QueueLimit = 1000 };
        // Reading the data would take longer than most tests.
        var noData = new DevicesOptions { UserAgentRules = "none", CountryDatabase = "none" };
        _parts[typeof(UserAgentParser)] = UserAgentParser.Load(noData);
        _parts[typeof(CountryDatabase)] = CountryDatabase.Open(noData);
    }

    public RecordingQueue Queue { get; } = new();

    public ManualClock Clock { get; } = new();

    public Project Project { get; } = new() { Id = "shop", Name = "Shop" };

    public CountingStore Store => _store;

    public Instant Now => Instant.From(Clock.GetUtcNow());

    public static async Task<AccountsHost> StartAsync()
    {
        var host = new AccountsHost();
        foreach (var collection in Collections.All) await host._store.EnsureAsync(collection, default);
        return host;
    }

    /// <summary>A handler or service, made with what its constructor asks for.</summary>
    public T Get<T>()
        where T : class => (T)Get(typeof(T));

    public CallContext Guest() => Call(Caller.Anybody);

    public CallContext ApiKey() => Call(new Caller.ApiKey("server", ["sessions.write"]));

    public CallContext Call(Caller caller, Instant? timestamp = null) => new()
    {
        Project = Project,
        Caller = caller,
        IpAddress = "203.0.113.9",
        UserAgent = "tests",
        PublicOrigin = "https://auth.example.org",
        Timestamp = timestamp,
    };

    /// <summary>The caller behind a token, as a later request finds him.</summary>
    public async Task<CallContext> ReadCallAsync(OpenedSession session, Instant? timestamp = null)
    {
        var token = SessionToken.Decode(session.Token)!.Value;
        var caller = await Get<SessionReader>().FindAsync(Project, token, default);
        return Call((Caller?)caller ?? Caller.Anybody, timestamp);
    }

    public async Task<User> RegisterAsync(string? email = null, string password = Password)
    {
        email ??= $"user{Interlocked.Increment(ref _users)}@example.org";
        var view = await Get<CreateAccountHandler>()
            .HandleAsync(new CreateAccount("unique()", email, password, null), Guest(), default);
        return (await Get<UserDirectory>().FindByIdAsync(Project, view.Value.Id, default))!;
    }

    public async Task<OpenedSession> SignInAsync(User user, string password = Password)
    {
        var opened = await TrySignInAsync(user.Email!, password);
        return opened.Value;
    }

    public async Task<Outcome<OpenedSession>> TrySignInAsync(string email, string password = Password) =>
        await Get<CreateEmailPasswordSessionHandler>()
            .HandleAsync(new CreateEmailPasswordSession(email, password), Guest(), default);

    /// <summary>The user as he is stored now.</summary>
    public async Task<User> ReloadAsync(User user) =>
        (await Get<UserDirectory>().FindByIdAsync(Project, user.Id, default))!;

    /// <summary>A user whose address or number counts as proved.</summary>
    public async Task<User> ChangeAsync(User user, params Change[] changes)
    {
        await _store.UpdateAsync(UserDocuments.Collection, user.Key, new Filter.All(), changes, default);
        return await ReloadAsync(user);
    }

    /// <summary>A registered user with an open session.</summary>
    public async Task<CallContext> SignedInAsync() => await ReadCallAsync(await SignInAsync(await RegisterAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var part in _parts.Values.OfType<IDisposable>()) part.Dispose();
        await _store.DisposeAsync();
    }

    private object Get(Type type)
    {
        lock (_parts)
        {
            if (_parts.TryGetValue(type, out var made)) return made;
            var constructor = type.GetConstructors().Single();
            return _parts[type] = constructor.Invoke(
                [.. constructor.GetParameters().Select(parameter => Get(parameter.ParameterType))]);
        }
    }
}
