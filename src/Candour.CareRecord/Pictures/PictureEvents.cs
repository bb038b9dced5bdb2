namespace Candour.CareRecord.Pictures;

/// <summary>
/// On a stream of its own, so that nothing else is read with it: a picture was kept. The picture is an erasable part; what
/// stays for ever is its hash, kind and size.
/// </summary>
public sealed record PictureKept : Event
{
    public required PictureKind Kind { get; init; }

    /// <summary>SHA-256 of the bytes as kept, in hex.</summary>
    public required string Hash { get; init; }

    public required int Size { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>The questionnaire it is the paper of; null: another paper.</summary>
    public string? Questionnaire { get; init; }

    /// <summary>The referral whose signed plan it is the paper of; null: another paper.</summary>
    public string? Referral { get; init; }

    /// <summary>That plan's id.</summary>
    public string? Plan { get; init; }

    /// <summary>The bytes in base64; absent once erased.</summary>
    [Words]
    public string? Picture { get; init; }
}

public enum PictureKind
{
    Jpeg,
    Png,
}
