using System.Collections.Immutable;
using AccountGraph.GraphQL.Errors;
using AccountGraph.GraphQL.Execution;
using AccountGraph.GraphQL.Language;
using AccountGraph.GraphQL.Schema;

namespace AccountGraph.GraphQL.Planning;

/// <summary>Plans the operations of a valid document, or tells which limit they break.</summary>
internal sealed class OperationPlanner(GraphQLSchema schema, BoundResolvers resolvers, GraphQLEngineOptions options)
{
    // Bytes that a planned field takes with all that belongs to it, and a document's tree per byte of its text;
    // CacheWeightTests holds them to what is really kept.
    private const int BytesPerField = 400;
    private const int BytesPerByte = 12;

    // Fields of all plans of a document after fragments are expanded. What the cost allows fits in; it bounds
    // what the cost leaves out: introspection, and what variables may switch off.
    private readonly long _mostFields = Math.Max(4_000, options.MaxCost * 2L);

    public PreparedDocument Plan(DocumentNode document, DocumentCounts counts)
    {
        var planned = ImmutableArray.CreateBuilder<PlannedOperation>();
        var fields = 0L;
        foreach (var operation in document.Definitions.OfType<DefinitionNode.Operation>())
            planned.Add(TryPlan(document, operation, counts, ref fields));

        var weight = (document.Source.Utf8.Length * BytesPerByte) + (Math.Min(fields, _mostFields) * BytesPerField);
        return new PreparedDocument(planned.ToImmutable()) { Weight = (int)Math.Min(weight, int.MaxValue / 2) };
    }

    /// <summary>
    /// Fragments may nest a selection deeper than the parser's limit allows, in a chain as long as the document. Under
    /// the default limits the stack holds any of them; a host may have raised those.
    /// </summary>
    private PlannedOperation TryPlan(
        DocumentNode document, DefinitionNode.Operation operation, DocumentCounts counts, ref long fields)
    {
        try
        {
            var plan = Plan(document, operation, counts, ref fields, out var error);
            return new PlannedOperation(operation.Name, plan, error);
        }
        catch (InsufficientExecutionStackException)
        {
            return new PlannedOperation(operation.Name, null, RequestErrors.TooLarge());
        }
    }

    private OperationPlan? Plan(
        DocumentNode document,
        DefinitionNode.Operation operation,
        DocumentCounts counts,
        ref long fields,
        out GraphQLError? error)
    {
        var type = schema.RootType(operation.Kind);
        if (type is null)
        {
            error = RequestErrors.NoRootType(operation.Kind.ToString());
            return null;
        }

        var scope = new PlanningScope(schema, resolvers, document, operation);
        var measure = new OperationMeter(scope).Measure(type, operation.SelectionSet);
        var depth = Math.Max(0, measure.Height - 1);
        var cost = measure.Cost.Evaluate(scope.AbsentVariables(), isAll: true);
        error = Check(measure, depth, cost, fields);
        if (error is not null) return null;

        fields += measure.Size;
        var collector = new FieldCollector(scope, type);
        collector.Add(operation.SelectionSet, Conjunction.Always);
        return new OperationPlan(new SelectionPlanner(scope).Plan(type, collector), scope, measure.Cost)
        {
            Type = operation.Kind,
            Name = operation.Name,
            RootFields = [.. collector.Fields.Select(field => new RootField(field.Key, field.Value[0].Node.Name))],
            Depth = depth,
            Cost = cost,
            UsesIntrospection = counts.UsesIntrospection,
            Aliases = counts.Aliases,
            Directives = counts.Directives,
        };
    }

    /// <summary>Limits that do not depend on variables, in the order a client would mend them.</summary>
    private GraphQLError? Check(SelectionMeasure measure, int depth, int cost, long fields)
    {
        if (depth > options.MaxDepth) return RequestErrors.TooDeep(options.MaxDepth, depth);
        if (measure.Introspection > options.MaxIntrospectionNesting)
            return RequestErrors.IntrospectionTooDeep(options.MaxIntrospectionNesting);
        if (measure.Cost.IsConstant && cost > options.MaxCost) return RequestErrors.TooCostly(options.MaxCost, cost);
        return measure.Size + fields > _mostFields ? RequestErrors.TooLarge() : null;
    }
}
