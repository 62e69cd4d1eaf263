namespace AccountGraph.Accounts.Security;

/// <summary>One segment: a slice of a lane in one pass.</summary>
internal readonly record struct Argon2Position(int Pass, int Lane, int Slice);
