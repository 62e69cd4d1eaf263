namespace AccountGraph.Gateway.Operations;

/// <summary>The ways of signing in that a project can switch off.</summary>
internal enum SignInMethod
{
    EmailPassword,
    MagicUrl,
    EmailOtp,
    Anonymous,
    Jwt,
    Phone,
}
