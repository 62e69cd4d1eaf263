namespace AccountGraph.Accounts;

/// <summary>Every failure that an operation can answer with. The list is closed: a snapshot pins it.</summary>
public static class AccountErrors
{
    public static AccountError BadRequest { get; } =
        new("general_bad_request", 400, "The request cannot be carried out with these values.");

    public static AccountError UnknownOrigin { get; } =
        new("general_unknown_origin", 403, "This origin is not a platform of the project.");

    public static AccountError ApiDisabled { get; } =
        new("general_api_disabled", 403, "This interface is switched off for the project.");

    public static AccountError ServiceDisabled { get; } =
        new("general_service_disabled", 403, "The account service is switched off for the project.");

    public static AccountError RouteNotFound { get; } =
        new("general_route_not_found", 404, "There is no such route.");

    public static AccountError ProtocolUnsupported { get; } =
        new("general_protocol_unsupported", 426, "Changes are accepted over HTTPS only.");

    public static AccountError NotImplemented { get; } =
        new("general_not_implemented", 501, "This operation is not available yet.");

    public static AccountError Unknown { get; } =
        new("general_unknown", 500, "Server Error");

    public static AccountError ServerError { get; } =
        new("general_server_error", 500, "The server could not finish the request.");

    public static AccountError SmtpDisabled { get; } =
        new("general_smtp_disabled", 503, "No mail server is configured.");

    public static AccountError PhoneDisabled { get; } =
        new("general_phone_disabled", 503, "No provider of text messages is configured.");

    public static AccountError QueryInvalid { get; } =
        new("general_query_invalid", 400, "A query is well formed but cannot be run.");

    public static AccountError CursorNotFound { get; } =
        new("general_cursor_not_found", 400, "The record that the cursor names does not exist.");

    public static AccountError QueryOrderNull { get; } =
        new("database_query_order_null", 400, "A cursor needs an order whose attribute is set on every record.");

    public static AccountError DatabaseTimeout { get; } =
        new("database_timeout", 408, "The query took too long.");

    public static AccountError DocumentUpdateConflict { get; } =
        new("document_update_conflict", 409, "The record has changed since the time that the request names.");

    public static AccountError DocumentInvalidStructure { get; } =
        new("document_invalid_structure", 400, "A value does not fit the record.");

    public static AccountError DocumentAlreadyExists { get; } =
        new("document_already_exists", 409, "A record with this id exists already.");

    public static AccountError ProjectNotFound { get; } =
        new("project_not_found", 404, "There is no project with this id.");

    public static AccountError ProjectKeyExpired { get; } =
        new("project_key_expired", 401, "The API key has expired.");

    public static AccountError ProviderDisabled { get; } =
        new("project_provider_disabled", 412, "This OAuth2 provider is switched off or not fully configured.");

    public static AccountError ProviderUnsupported { get; } =
        new("project_provider_unsupported", 400, "This OAuth2 provider is not supported.");

    public static AccountError InvalidSuccessUrl { get; } =
        new("project_invalid_success_url", 400, "The URL to return to after success is not valid.");

    public static AccountError InvalidFailureUrl { get; } =
        new("project_invalid_failure_url", 400, "The URL to return to after failure is not valid.");

    public static AccountError GraphQLNoQuery { get; } =
        new("graphql_no_query", 400, "Param \"query\" is not optional.");

    public static AccountError GraphQLTooManyQueries { get; } =
        new("graphql_too_many_queries", 400, "The batch holds too many queries.");

    public static AccountError UserUnauthorized { get; } =
        new("user_unauthorized", 401, "The caller may not do this.");

    public static AccountError JwtInvalid { get; } =
        new("user_jwt_invalid", 401, "The JWT is malformed, wrongly signed or expired.");

    public static AccountError KeyAndSessionSet { get; } =
        new("user_key_and_session_set", 403, "Send either an API key or a user's credentials, not both.");

    public static AccountError UserBlocked { get; } =
        new("user_blocked", 401, "The account is blocked.");

    public static AccountError PasswordResetRequired { get; } =
        new("user_password_reset_required", 412, "The account needs a new password first.");

    public static AccountError MoreFactorsRequired { get; } =
        new("user_more_factors_required", 401, "The session has to pass one more factor first.");

    public static AccountError ChallengeRequired { get; } =
        new("user_challenge_required", 401, "Pass an MFA challenge on this session first.");

    public static AccountError AuthMethodUnsupported { get; } =
        new("user_auth_method_unsupported", 501, "This way of signing in is switched off for the project.");

    public static AccountError SessionAlreadyExists { get; } =
        new("user_session_already_exists", 401, "The caller is signed in already.");

    public static AccountError UserNotFound { get; } =
        new("user_not_found", 404, "There is no such user.");

    public static AccountError UserAlreadyExists { get; } =
        new("user_already_exists", 409, "A user with this id, email or phone exists already.");

    public static AccountError EmailAlreadyExists { get; } =
        new("user_email_already_exists", 409, "The address belongs to another account.");

    public static AccountError PhoneAlreadyExists { get; } =
        new("user_phone_already_exists", 409, "The phone number belongs to another account.");

    public static AccountError UserCountExceeded { get; } =
        new("user_count_exceeded", 400, "The project has reached its limit of users.");

    public static AccountError InvalidCredentials { get; } =
        new("user_invalid_credentials", 401, "The credentials are wrong. Check them and try again.");

    public static AccountError InvalidToken { get; } =
        new("user_invalid_token", 401, "The secret is wrong, used up or expired.");

    public static AccountError PasswordRecentlyUsed { get; } =
        new("password_recently_used", 400, "The password was used before. Choose another one.");

    public static AccountError PasswordPersonalData { get; } =
        new("password_personal_data", 400, "The password contains personal data. Choose another one.");

    public static AccountError SessionNotFound { get; } =
        new("user_session_not_found", 404, "The user has no such session.");

    public static AccountError IdentityNotFound { get; } =
        new("user_identity_not_found", 404, "The user has no such identity.");

    public static AccountError EmailAlreadyVerified { get; } =
        new("user_email_already_verified", 409, "The email address is verified already.");

    public static AccountError PhoneAlreadyVerified { get; } =
        new("user_phone_already_verified", 409, "The phone number is verified already.");

    public static AccountError PhoneNotFound { get; } =
        new("user_phone_not_found", 400, "The account has no phone number.");

    public static AccountError EmailNotFound { get; } =
        new("user_email_not_found", 400, "The account has no email address.");

    public static AccountError PhoneNotVerified { get; } =
        new("user_phone_not_verified", 400, "The phone number is not verified.");

    public static AccountError EmailNotVerified { get; } =
        new("user_email_not_verified", 400, "The email address is not verified.");

    public static AccountError AuthenticatorNotFound { get; } =
        new("user_authenticator_not_found", 404, "The account has no authenticator.");

    public static AccountError AuthenticatorAlreadyVerified { get; } =
        new("user_authenticator_already_verified", 409, "The authenticator is verified already.");

    public static AccountError RecoveryCodesAlreadyExist { get; } =
        new("user_recovery_codes_already_exists", 409, "The account has recovery codes. Replace them instead.");

    public static AccountError RecoveryCodesNotFound { get; } =
        new("user_recovery_codes_not_found", 404, "The account has no recovery codes.");

    public static AccountError TargetAlreadyExists { get; } =
        new("user_target_already_exists", 409, "A target with this id or identifier exists already.");

    public static AccountError TargetNotFound { get; } =
        new("user_target_not_found", 404, "The user has no such target.");

    public static AccountError OAuth2MissingId { get; } =
        new("user_missing_id", 400, "The OAuth2 provider named no user id.");

    public static AccountError OAuth2BadRequest { get; } =
        new("user_oauth2_bad_request", 400, "The OAuth2 provider rejected the request.");

    public static AccountError OAuth2Unauthorized { get; } =
        new("user_oauth2_unauthorized", 401, "The OAuth2 provider refused the credentials.");

    public static AccountError OAuth2ProviderError { get; } =
        new("user_oauth2_provider_error", 424, "The OAuth2 provider failed.");

    public static AccountError ArgumentInvalid(string argument, string reason) =>
        new("general_argument_invalid", 400, $"Invalid `{argument}` argument: {reason}");

    /// <summary>The pattern that clients of the contract know; <paramref name="who"/> is an email, <c>User</c>
    /// or a key's address, <paramref name="role"/> one of guests, users, applications.</summary>
    public static AccountError UnauthorizedScope(string who, string role, string scope) =>
        new("general_unauthorized_scope", 401, $"{who} (role: {role}) missing scope ({scope})");

    public static AccountError RateLimitExceeded(int retryAfterSeconds) =>
        new("general_rate_limit_exceeded", 429, "Too many calls. Try again later.")
        {
            RetryAfterSeconds = retryAfterSeconds,
        };

    /// <summary>A part that the operation needs (store, counters, hashing threads) is down or full.</summary>
    public static AccountError Unavailable(int retryAfterSeconds) =>
        new("general_unknown", 503, "The service is busy or partly down. Try again later.")
        {
            RetryAfterSeconds = retryAfterSeconds,
        };

    /// <summary>The catalogue's fixed entries, and one example of each entry with a variable part.</summary>
    public static IReadOnlyList<AccountError> All { get; } =
    [
        ArgumentInvalid("name", "reason"), BadRequest, UnknownOrigin, ApiDisabled, ServiceDisabled,
        UnauthorizedScope("User", "guests", "account"), RateLimitExceeded(60), RouteNotFound, ProtocolUnsupported,
        NotImplemented, Unknown, Unavailable(5), ServerError, SmtpDisabled, PhoneDisabled, QueryInvalid,
        CursorNotFound, QueryOrderNull, DatabaseTimeout, DocumentUpdateConflict, DocumentInvalidStructure,
        DocumentAlreadyExists, ProjectNotFound, ProjectKeyExpired, ProviderDisabled, ProviderUnsupported,
        InvalidSuccessUrl, InvalidFailureUrl, GraphQLNoQuery, GraphQLTooManyQueries, UserUnauthorized, JwtInvalid,
        KeyAndSessionSet, UserBlocked, PasswordResetRequired, MoreFactorsRequired, ChallengeRequired,
        AuthMethodUnsupported, SessionAlreadyExists, UserNotFound, UserAlreadyExists, EmailAlreadyExists,
        PhoneAlreadyExists, UserCountExceeded, InvalidCredentials, InvalidToken, PasswordRecentlyUsed,
        PasswordPersonalData, SessionNotFound, IdentityNotFound, EmailAlreadyVerified, PhoneAlreadyVerified,
        PhoneNotFound, EmailNotFound, PhoneNotVerified, EmailNotVerified, AuthenticatorNotFound,
        AuthenticatorAlreadyVerified, RecoveryCodesAlreadyExist, RecoveryCodesNotFound, TargetAlreadyExists,
        TargetNotFound, OAuth2MissingId, OAuth2BadRequest, OAuth2Unauthorized, OAuth2ProviderError,
    ];
}
