using System.Security.Cryptography;

namespace Candour.CareRecord.Referrals.Store;

/// <summary>AES-GCM as drafts use it: nonce, tag, text, in one piece.</summary>
internal static class Sealing
{
    private const int NonceLength = 12, TagLength = 16;

    // The nonce is new for every sealing, drawn from the system: a seeded one would repeat.
    public static byte[] Seal(byte[] key, byte[] plain)
    {
        var sealedBytes = new byte[NonceLength + TagLength + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength));
        return sealedBytes;
    }

    public static byte[] Open(byte[] key, byte[] sealedBytes)
    {
        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(
            sealedBytes.AsSpan(0, NonceLength), sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength), plain);
        return plain;
    }
}
