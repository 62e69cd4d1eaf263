namespace AccountGraph.Accounts.Sessions;

public sealed record JwtView(string Jwt)
{
    public override string ToString() => "***";
}
