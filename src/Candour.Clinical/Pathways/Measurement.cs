using Candour.Clinical.Instruments;

namespace Candour.Clinical.Pathways;

/// <summary>
/// A score, or one item returned by itself, with where it comes from. Nothing here can be typed as a total in the product;
/// totals of imported history carry <see cref="TotalOnly"/>.
/// </summary>
public readonly record struct Measurement
{
    public Instrument Instrument { get; init; }

    /// <summary>0 for the score of the whole form, else the number of the item it is (WSAS, patient experience).</summary>
    public int Item { get; init; }

    /// <summary>
    /// In the instrument's units (whole, tenths, hundredths); null when the form is not complete or the value as sent is no
    /// score (out of range, not applicable).
    /// </summary>
    public int? Value { get; init; }

    /// <summary>As sent, where it could not be read as a score; else null.</summary>
    public string? Sent { get; init; }

    /// <summary>Index of the appointment it was given for; -1 when it belongs to the referral alone.</summary>
    public int Contact { get; init; }

    /// <summary>Day completed, or the day of its contact.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Time completed on the clock in England; null when not given.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>The administration: one set of forms answered once.</summary>
    public string? Questionnaire { get; init; }

    /// <summary>1 for the first set of this instrument for this appointment, 2 for the first repeat …; 0 when not known.</summary>
    public int Administration { get; init; }

    public Channel Channel { get; init; }

    public EnteredBy EnteredBy { get; init; }

    /// <summary>Who entered it when it was staff.</summary>
    public string? StaffId { get; init; }

    public string? Language { get; init; }

    /// <summary>Mark of the device, opaque; null when not known.</summary>
    public string? Device { get; init; }

    public Moment? Issued { get; init; }

    public Moment? Started { get; init; }

    /// <summary>When the last needed answer was given; null while incomplete.</summary>
    public Moment? Completed { get; init; }

    /// <summary>When it was sent to the therapist; null when it never was.</summary>
    public Moment? Submitted { get; init; }

    /// <summary>Code of the reason for a repeat; null for a first set.</summary>
    public string? RepeatReason { get; init; }

    /// <summary>The person said "this is not what I said".</summary>
    public bool Disputed { get; init; }

    /// <summary>Staff entered it and nothing shows that the person was there: kept, left out of the checked figure.</summary>
    public bool NotConfirmed { get; init; }

    /// <summary>Weeks from first treatment of a fixed-week form; null for any other.</summary>
    public int? Week { get; init; }

    /// <summary>A set that belongs to no session came after its own window; of a session's set the timing is worked out.</summary>
    public bool AfterWindow { get; init; }

    /// <summary>A total without answers, from imported history.</summary>
    public bool TotalOnly { get; init; }

    public long Row { get; init; }

    public bool IsComplete => Value is not null;

    /// <summary>Kept and shown, in no protocol figure.</summary>
    public bool IsLeftOut => Disputed || NotConfirmed;
}

/// <summary>One answer to one item, every change kept in order.</summary>
/// <param name="Measurement">Index of its measurement.</param>
/// <param name="Item">Number of the item.</param>
/// <param name="Value">Null: chose not to answer.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Answer(int Measurement, int Item, int? Value, Moment? Shown, Moment? Given);

/// <summary>The way answers came.</summary>
public enum Channel
{
    NotKnown,
    Link,
    InTheRoom,
    Telephone,
    Video,
    Paper,
    Import,
}

/// <summary>Who put the answers in.</summary>
public enum EnteredBy
{
    NotKnown,
    Person,
    PersonWithHelp,
    Carer,
    Interpreter,
    Staff,
}
