namespace AccountGraph.Accounts.Security;

internal enum Argon2InstructionSet
{
    Scalar,
    Avx2,
    Avx512,
}
