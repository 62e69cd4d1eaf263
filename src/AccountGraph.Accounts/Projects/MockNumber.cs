namespace AccountGraph.Accounts.Projects;

/// <summary>A phone number for tests: its code is always the same and no text message is sent.</summary>
public sealed class MockNumber
{
    public string Phone { get; set; } = "";

    public string Otp { get; set; } = "";
}
