using System.Security.Cryptography;
using Candour.CareRecord.Store;

namespace Candour.CareRecord.Access;

/// <summary>
/// The root over an hour's looks: RFC 6962's tree hash, each leaf the salted commitment of one look. Hiding rests on the
/// salts; a look added, changed or taken away afterwards gives another root.
/// </summary>
public static class ViewTree
{
    /// <param name="commitments">32 bytes each, in the order stored.</param>
    public static byte[] Root(ReadOnlySpan<byte[]> commitments) => commitments.Length switch
    {
        0 => SHA256.HashData([]),
        1 => Leaf.Hash(Leaf.Data(commitments[0])),
        _ => Node(commitments),
    };

    private static byte[] Node(ReadOnlySpan<byte[]> commitments)
    {
        var left = 1;
        while (left * 2 < commitments.Length)
            left *= 2;
        return SHA256.HashData([0x01, .. Root(commitments[..left]), .. Root(commitments[left..])]);
    }
}
