using System.Security.Cryptography;

namespace Candour.CareRecord.Store;

/// <summary>What a part holds. Each kind can be erased alone.</summary>
public enum PartKind
{
    Core = 0,
    Words = 1,
    Identity = 2,
}

/// <summary>A stored part: the bytes that were hashed, never written again, and the 32 random bytes hashed with them.</summary>
public sealed record Part(int Ordinal, PartKind Kind, byte[] Salt, byte[] Bytes);

/// <summary>
/// Commitments and leaf of an event. A part's commitment is <c>SHA-256("candour/part/1\n" ‖ salt ‖ bytes)</c>; leaf data is
/// <c>"candour/leaf/1\n" ‖ uint8(n) ‖ c_0 … c_(n−1)</c>; the leaf hash is RFC 6962's <c>SHA-256(0x00 ‖ leaf data)</c>.
/// Hiding rests on the salt, binding on SHA-256.
/// </summary>
public static class Leaf
{
    public const int SaltLength = 32;

    public const int HashLength = 32;

    /// <summary>32 bytes. Throws when the salt is not 32 bytes: a shorter one would make the tag ambiguous.</summary>
    public static byte[] Commitment(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> bytes)
    {
        if (salt.Length != SaltLength)
            throw new ArgumentException($"A salt has {SaltLength} bytes, this one {salt.Length}.", nameof(salt));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("candour/part/1\n"u8);
        hash.AppendData(salt);
        hash.AppendData(bytes);
        return hash.GetHashAndReset();
    }

    /// <param name="commitments">1 to 255 commitments of 32 bytes, one after another, in order of ordinal.</param>
    public static byte[] Data(ReadOnlySpan<byte> commitments)
    {
        if (commitments.Length == 0 || commitments.Length % HashLength != 0 || commitments.Length / HashLength > 255)
            throw new ArgumentException("Commitments are 1 to 255 runs of 32 bytes.", nameof(commitments));
        return [.. "candour/leaf/1\n"u8, (byte)(commitments.Length / HashLength), .. commitments];
    }

    public static byte[] Hash(ReadOnlySpan<byte> leafData) => SHA256.HashData([0x00, .. leafData]);
}
