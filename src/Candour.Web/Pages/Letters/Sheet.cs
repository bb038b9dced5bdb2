using Candour.CareRecord.Letters;

namespace Candour.Web.Pages.Letters;

/// <summary>A letter as it lies in the envelope. The code to reply is on it only at the moment of printing.</summary>
public sealed record Sheet(string Sender, string Reference, LetterMade Made, string? Code)
{
    /// <summary>Who answers for a letter to a GP, as its last line; null: nobody has to, or nobody has yet.</summary>
    public string? Approved { get; init; }

    /// <summary>The copy for the person it is about.</summary>
    public bool IsCopy { get; init; }

    public IEnumerable<string> Lines => (Made.Body ?? "The words of this letter were erased.").Split('\n')
        .Select(line => line.Replace("{code}", Code ?? "the code that is printed here", StringComparison.Ordinal));

    /// <summary>The size of print, as a class.</summary>
    public string Format => Made.Format == LetterFormat.Print18 ? "candour-letter candour-letter--18" : "candour-letter";
}
