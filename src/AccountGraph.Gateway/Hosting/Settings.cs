using AccountGraph.Accounts;
using AccountGraph.Accounts.Devices;
using AccountGraph.Accounts.Projects;
using AccountGraph.Accounts.Security;
using AccountGraph.Gateway.Http;
using AccountGraph.Gateway.RateLimits;

namespace AccountGraph.Gateway.Hosting;

/// <summary>Every setting of the server; properties are the sections, in the order of the README's table.</summary>
internal sealed class Settings
{
    public StorageOptions Storage { get; set; } = new();

    public RateLimitOptions RateLimits { get; set; } = new();

    public ServerOptions Server { get; set; } = new();

    public IDictionary<string, Project> Projects { get; } = new Dictionary<string, Project>(StringComparer.Ordinal);

    public JwtOptions Jwt { get; set; } = new();

    public SecretsOptions Secrets { get; set; } = new();

    public GraphQLOptions GraphQL { get; set; } = new();

    public PasswordHashingOptions PasswordHashing { get; set; } = new();

    public MfaOptions Mfa { get; set; } = new();

    public DevicesOptions Devices { get; set; } = new();

    public Lifetimes Lifetimes { get; set; } = new();

    public OpenTelemetryOptions OpenTelemetry { get; set; } = new();
}
