using AccountGraph.Accounts;
using AccountGraph.Accounts.OAuth2;
using AccountGraph.Gateway.Http;
using AccountGraph.Gateway.RateLimits;

namespace AccountGraph.Gateway.Operations;

/// <summary>Signing in through an OAuth2 provider. Browsers walk here, so these have no GraphQL field; checks,
/// limits and the security log are those of all operations.</summary>
internal sealed class OAuth2Operations(IServiceProvider services)
{
    private readonly StartSignInHandler _start = ActivatorUtilities.CreateInstance<StartSignInHandler>(services);
    private readonly CompleteSignInHandler _complete =
        ActivatorUtilities.CreateInstance<CompleteSignInHandler>(services);

    public Operation StartForSession => Start("accountCreateOAuth2Session", forToken: false);

    public Operation StartForToken => Start("accountCreateOAuth2Token", forToken: true);

    public Operation Complete => new()
    {
        Name = "accountCompleteOAuth2",
        IsMutation = true,
        IsNavigation = true,
        Scope = Scope.Public,
        Limits = Limits.SharedPerAddress,
        LogEvent = "session.create",
        Handler = async call =>
        {
            var outcome = await _complete.HandleAsync(InputOf(call), call.Context, call.Cancellation);
            if (!outcome.IsSuccess) return outcome.Error;
            if (outcome.Value.Error is { } error)
            {
                // Still an error, for which the security log has no entry; only told at another address.
                call.Request.Http.Response.Headers.Location = outcome.Value.Location;
                return error;
            }

            if (outcome.Value.Session is { } session) SessionAnswers.Opened(call, session);
            return new Outcome<object>(outcome.Value).About(outcome.Concerned);
        },
    };

    private Operation Start(string name, bool forToken) => new()
    {
        Name = name,
        IsMutation = true,
        IsNavigation = true,
        Scope = Scope.SessionsWrite,
        Limits = Limits.SharedPerAddress,
        Handler = async call =>
        {
            var arguments = call.Arguments;
            var input = new StartSignIn(
                arguments.Text("provider"),
                arguments.OptionalText("success"),
                arguments.OptionalText("failure"),
                arguments.OptionalTexts("scopes"),
                forToken);
            var outcome = await _start.HandleAsync(input, call.Context, call.Cancellation);
            return outcome.IsSuccess ? new Outcome<object>(outcome.Value) : outcome.Error;
        },
    };

    private static CompleteSignIn InputOf(OperationCall call)
    {
        var arguments = call.Arguments;
        var state = arguments.OptionalText("state");
        return new CompleteSignIn(arguments.Text("provider"), state, AttemptCookie.Read(call.Request.Http, state))
        {
            Code = arguments.OptionalText("code"),
            Error = arguments.OptionalText("error"),
            Issuer = arguments.OptionalText("iss"),
            User = arguments.OptionalText("user"),
        };
    }
}
