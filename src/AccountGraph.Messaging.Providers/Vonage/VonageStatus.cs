namespace AccountGraph.Messaging.Providers.Vonage;

/// <summary>Vonage answers 200 whatever became of the message; the status of each part tells.</summary>
internal static class VonageStatus
{
    private static readonly TimeSpan ThrottleSpan = TimeSpan.FromSeconds(1);

    public static SendOutcome Outcome(string? status) => status switch
    {
        "0" => new SendOutcome.Sent(),
        "1" => new SendOutcome.TryAgain("status 1: throttled", ThrottleSpan),
        "2" => new SendOutcome.Refused("status 2: a parameter is missing"),
        "3" => new SendOutcome.Refused("status 3: a parameter is not valid"),
        "4" => new SendOutcome.Refused("status 4: the credentials are not accepted"),
        "5" => new SendOutcome.TryAgain("status 5: error at the provider"),
        "6" => new SendOutcome.Refused("status 6: the message is not valid"),
        "7" => new SendOutcome.Refused("status 7: the number is barred"),
        "8" => new SendOutcome.Refused("status 8: the account is barred"),
        // Ends when someone tops the account up.
        "9" => new SendOutcome.TryAgain("status 9: no credit left"),
        "10" => new SendOutcome.TryAgain("status 10: too many connections"),
        "11" => new SendOutcome.Refused("status 11: the account is not enabled for this interface"),
        "12" => new SendOutcome.Refused("status 12: the message is too long"),
        "15" => new SendOutcome.Refused("status 15: the sender is not allowed"),
        "29" => new SendOutcome.Refused("status 29: the number is not on the account's list"),
        { Length: > 0 and <= 3 } code when code.All(char.IsAsciiDigit) => new SendOutcome.Refused($"status {code}"),
        _ => new SendOutcome.TryAgain("an answer without a status"),
    };
}
