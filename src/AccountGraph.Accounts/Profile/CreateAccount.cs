using AccountGraph.Accounts.Arguments;
using AccountGraph.Accounts.Identities;
using AccountGraph.Accounts.Security;
using AccountGraph.Accounts.Targets;
using AccountGraph.Accounts.Users;

namespace AccountGraph.Accounts.Profile;

public sealed record CreateAccount(string UserId, string Email, string Password, string? Name);

/// <summary>Registers with email and password. Opens no session and sends no mail.</summary>
public sealed class CreateAccountHandler(
    UserRegistry registry,
    IdentityDirectory identities,
    NewPasswordRules passwords,
    PasswordHasher hasher,
    TargetWriter targets,
    AccountReader accounts)
{
    public async ValueTask<Outcome<AccountView>> HandleAsync(
        CreateAccount input, CallContext call, CancellationToken cancellation)
    {
        var project = call.Project;
        var invalid = NewIdArgument.Check("userId", input.UserId)
            ?? EmailArgument.Check("email", input.Email)
            ?? passwords.CheckArgument("password", input.Password, project)
            ?? NameArgument.CheckOptional("name", input.Name);
        if (invalid is not null) return invalid;

        var email = EmailArgument.Normalise(input.Email);
        if (await registry.IsFullAsync(project, cancellation)) return AccountErrors.UserCountExceeded;
        if (await identities.IsEmailTakenAsync(project, email, null, cancellation)) return AccountErrors.BadRequest;

        var person = new PersonalData(input.UserId, email, input.Name, null);
        if (passwords.CheckPersonal(input.Password, person, project) is { } personal) return personal;

        var hash = await hasher.HashAsync(input.Password, cancellation);
        var added = await registry.AddAsync(
            project,
            new NewUser(NewIdArgument.Resolve(input.UserId, UserRegistry.NewId))
            {
                Email = email,
                Name = input.Name,
                PasswordHash = hash,
                PasswordHistory = NewPasswordRules.Remember([], hash, project),
            },
            cancellation);
        if (!added.IsSuccess) return added.Error;

        var user = added.Value;
        await targets.AddAddressAsync(user, TargetDocuments.Email, email, cancellation);
        Outcome<AccountView> view = await accounts.ReadAsync(user, cancellation);
        return view.About(user);
    }
}
