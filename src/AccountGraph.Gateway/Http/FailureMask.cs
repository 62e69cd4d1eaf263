using AccountGraph.Accounts;
using AccountGraph.Storage;

namespace AccountGraph.Gateway.Http;

/// <summary>The last resort: what no other part answered becomes one masked error with a number to ask for.</summary>
internal static class FailureMask
{
    private const int RetryAfterSeconds = 2;

    public static void UseFailureMask(this WebApplication app)
    {
        var logger = app.Logger;
        app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
            {
                // Nobody waits for the answer.
            }
            catch (StoreUnavailableException) when (!http.Response.HasStarted)
            {
                // The caller could not be looked up. Within an operation its runner answers the same.
                await ErrorMapper.WriteAsync(
                    http, AccountErrors.Unavailable(RetryAfterSeconds), CancellationToken.None);
            }
            catch (BadHttpRequestException exception) when (!http.Response.HasStarted)
            {
                var error = AccountErrors.BadRequest with { Code = exception.StatusCode, Message = exception.Message };
                await ErrorMapper.WriteAsync(http, error, CancellationToken.None);
            }
            catch (Exception exception) when (!http.Response.HasStarted)
            {
                logger.LogError(exception, "Request {RequestId} failed", http.TraceIdentifier);
                http.Response.Clear();
                var error = AccountErrors.Unknown with
                {
                    Message = $"{AccountErrors.Unknown.Message}. Ask for request {http.TraceIdentifier}.",
                };
                await ErrorMapper.WriteAsync(http, error, CancellationToken.None);
            }
        });
    }
}
