using AccountGraph.Accounts.Projects;

namespace AccountGraph.Gateway.Operations;

internal static class SignInMethods
{
    public static bool IsOn(this SignInMethod method, AuthSettings settings) => method switch
    {
        SignInMethod.EmailPassword => settings.EmailPassword,
        SignInMethod.MagicUrl => settings.UsersAuthMagicURL,
        SignInMethod.EmailOtp => settings.EmailOtp,
        SignInMethod.Anonymous => settings.Anonymous,
        SignInMethod.Jwt => settings.JWT,
        SignInMethod.Phone => settings.Phone,
    };
}
