using AccountGraph.Accounts;
using AccountGraph.Gateway.Http;

namespace AccountGraph.Gateway.Operations;

/// <summary>One call of one operation: a root field of a GraphQL document, or a REST request.</summary>
internal sealed class OperationCall(
    RequestContext request, OperationArguments arguments, CancellationToken cancellation)
{
    public RequestContext Request => request;

    /// <summary>Project, caller and circumstances; valid once the credentials were found good.</summary>
    public CallContext Context => request.Call;

    public OperationArguments Arguments => arguments;

    public CancellationToken Cancellation => cancellation;
}
