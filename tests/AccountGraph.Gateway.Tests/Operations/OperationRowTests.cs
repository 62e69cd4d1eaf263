using AccountGraph.Gateway.Operations;
using AccountGraph.Gateway.RateLimits;
using AccountGraph.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AccountGraph.Gateway.Tests.Operations;

public sealed class OperationRowTests
{
    [Fact]
    public async Task Every_row_is_listed_with_its_guards()
    {
        await using var host = await GatewayHost.StartAsync();
        var table = host.Services.GetRequiredService<OperationTable>();

        Snapshot.Match(string.Join('\n', table.Operations.OrderBy(row => row.Name).Select(Describe)));
    }

    [Fact]
    public async Task A_row_without_a_field_and_a_field_without_a_row_are_named()
    {
        await using var host = await GatewayHost.StartAsync();
        var schema = host.Services.GetRequiredService<ContractSchema>().Schema;
        var table = new OperationTable(host.Services);
        table.Query("accountImagine").NotBuiltYet();

        Assert.Equal(["The row accountImagine has no field."], ContractFields.MissingFields(schema, table));
        Assert.Contains("The field accountGet has no row.", ContractFields.MissingRows(schema, table.ByName.Keys));
    }

    private static string Describe(Operation row)
    {
        var marks = new List<string?>
        {
            row.Scope.Name(),
            row.Method?.ToString(),
            row.OpensSession ? "guests only" : null,
            row.IsOpenToPending ? "pending ok" : null,
            row.NeedsFreshFactor ? "fresh factor" : null,
            row.HonoursTimestamp ? "timestamp" : null,
            row.LogEvent,
            row.IsBuilt ? null : "NOT BUILT",
        };
        var limits = row.Limits.Select(limit =>
            $"{limit.Limit}/{limit.Scope ?? "own"}({string.Join('+', limit.Parts.Select(part => part switch
            {
                RateLimitPart.OperationArgument argument => argument.Name,
                _ => part.GetType().Name.ToLowerInvariant(),
            }))})");
        var routes = row.Routes.Select(route => $"{route.Method} {route.Path} {route.Status}");
        var guards = string.Join(", ", marks.Where(mark => mark is not null).Concat(limits));
        return $"{row.Name}: {guards} | {string.Join("; ", routes)}";
    }
}
