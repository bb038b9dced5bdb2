using System.Buffers.Binary;
using System.Security.Cryptography;
using Candour.CareRecord;

namespace Candour.Testing;

/// <summary>
/// Randomness that comes out the same on every run: the SHA-256 of the seed and a counter, block after block. The same on
/// every machine and version of .NET; safe to draw from on several threads (the order then decides who gets which).
/// </summary>
public sealed class SeededRandomness(int seed) : Randomness
{
    private readonly Lock _lock = new();
    private readonly byte[] _block = new byte[SHA256.HashSizeInBytes];
    private int _left;
    private long _counter;

    public override void Fill(Span<byte> bytes)
    {
        lock (_lock)
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                if (_left == 0)
                    NextBlock();
                bytes[i] = _block[^_left--];
            }
        }
    }

    private void NextBlock()
    {
        Span<byte> input = stackalloc byte[12];
        BinaryPrimitives.WriteInt32BigEndian(input, seed);
        BinaryPrimitives.WriteInt64BigEndian(input[4..], _counter++);
        SHA256.HashData(input, _block);
        _left = _block.Length;
    }
}
