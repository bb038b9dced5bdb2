using Candour.Clinical;
using Candour.Clinical.Instruments;

namespace Candour.CareRecord.Questionnaires;

/// <summary>One administration as it stands, folded from its stream.</summary>
public sealed class Questionnaire
{
    private readonly List<GivenAnswer> _given = [];

    // How many answers had been given when it was sent.
    private int? _sentWith;

    private Questionnaire(string id, QuestionnaireIssued issued, Moment at)
    {
        (Id, Issued, IssuedAt) = (id, issued, at);
        Items = [.. issued.Instruments.SelectMany(token => Instrument.Find(token).Items.Select(item => new AskedItem(token, item)))];
    }

    public string Id { get; }

    public QuestionnaireIssued Issued { get; }

    public Moment IssuedAt { get; }

    /// <summary>Every question of the set in the order asked.</summary>
    public IReadOnlyList<AskedItem> Items { get; }

    public Moment? Opened { get; private set; }

    public FilledInBy FilledInBy { get; private set; }

    public AnswerMode Mode { get; private set; }

    /// <summary>The channel of the whole set: one answer on the service's own device makes it a set of that device.</summary>
    public AnswerMode Channel => _given.Exists(g => g.Event.Mode == AnswerMode.Kiosk) ? AnswerMode.Kiosk : Mode;

    /// <summary>Somebody other than the person types, so a question about safety is first offered to the person alone.</summary>
    public bool IsTypedForThem => FilledInBy is FilledInBy.PersonWithHelp or FilledInBy.Carer or FilledInBy.Interpreter;

    /// <summary>How staff put it in; null where the person did.</summary>
    public StaffEntryStarted? StaffEntry { get; private set; }

    /// <summary>Who typed, when staff did.</summary>
    public By? EnteredBy { get; private set; }

    public Moment? Declined { get; private set; }

    public Moment? Submitted { get; private set; }

    public Moment? Disputed { get; private set; }

    public Moment? Agreed { get; private set; }

    public Moment? CopiedAt { get; private set; }

    /// <summary>The last choice on the help screen.</summary>
    public HelpChoice? HelpChosen { get; private set; }

    public Moment? HelpChosenAt { get; private set; }

    /// <summary>Photos of the paper, oldest first.</summary>
    public IReadOnlyList<PaperPhotoAttached> Photos { get; private set; } = [];

    /// <summary>What the person says they said, by item.</summary>
    public IReadOnlyList<AnswerDisputed> Corrections { get; private set; } = [];

    /// <summary>Every answer ever given, oldest first.</summary>
    public IReadOnlyList<GivenAnswer> Given => _given;

    public bool IsSent => Submitted is not null;

    public bool IsClosed(Moment now) => now > Issued.Closes;

    /// <summary>The answer that stands for an item: the last one given; null when it was never answered or skipped.</summary>
    public GivenAnswer? Now(AskedItem item) => _given.FindLast(g => g.IsOf(item));

    /// <summary>Every answer to an item, oldest first: "2, then 1".</summary>
    public IEnumerable<GivenAnswer> AllOf(AskedItem item) => _given.Where(g => g.IsOf(item));

    /// <summary>1 for the first question of the set.</summary>
    public int NumberOf(AskedItem item) => Items.ToList().IndexOf(item) + 1;

    /// <summary>The first question neither answered nor skipped; null when there is none.</summary>
    public int? NextOpen
    {
        get
        {
            for (var i = 0; i < Items.Count; i++)
            {
                if (Now(Items[i]) is null)
                    return i + 1;
            }

            return null;
        }
    }

    /// <summary>
    /// Answers of one instrument in item order, as they were sent or, before that, as they stand; null where none stands.
    /// A worry told after sending is kept and acted on, and changes no score.
    /// </summary>
    public int?[] AnswersOf(string instrument)
    {
        var counted = _given.GetRange(0, _sentWith ?? _given.Count);
        return [.. Items.Where(i => i.Instrument == instrument).Select(i => counted.FindLast(g => g.IsOf(i))?.Event.Value)];
    }

    /// <summary>The official score, worked out here from the answers; null when one is missing.</summary>
    public Score? ScoreOf(string instrument) => Score.Of(Instrument.Find(instrument), AnswersOf(instrument));

    /// <summary>A safety question that was skipped or not reached: raised at the next contact, never a 0.</summary>
    public bool SafetyNotAnswered => Items.Any(i => i.Item.Safety && Now(i)?.Event.Value is null);

    /// <summary>Null when the stream holds no questionnaire.</summary>
    public static Questionnaire? Of(History history)
    {
        Questionnaire? form = null;
        foreach (var recorded in history.Events)
        {
            if (recorded.Event is QuestionnaireIssued issued)
                form ??= new(history.Stream.Id, issued, recorded.Envelope.At);
            else
                form?.Take(recorded);
        }

        return form;
    }

    private void Take(Recorded recorded)
    {
        var at = recorded.Envelope.At;
        switch (recorded.Event)
        {
            case AnswerGiven given:
                _given.Add(new(recorded.Envelope, given));
                break;
            case QuestionnaireOpened opened:
                (Opened, FilledInBy, Mode) = (Opened ?? at, opened.FilledInBy, opened.Mode);
                break;
            case StaffEntryStarted entry:
                (Opened, FilledInBy, Mode) = (Opened ?? at, FilledInBy.Staff, entry.Mode);
                (StaffEntry, EnteredBy) = (entry, recorded.Envelope.By);
                break;
            case QuestionnaireDeclined:
                Declined = at;
                break;
            case QuestionnaireSubmitted sent:
                (Submitted, _sentWith) = (at, _given.Count);
                break;
            case QuestionnaireDisputed:
                Disputed ??= at;
                break;
            case QuestionnaireAgreed:
                Agreed = at;
                break;
            case PaperPhotoAttached photo:
                Photos = [.. Photos, photo];
                break;
            case AnswerDisputed correction:
                Corrections = [.. Corrections, correction];
                break;
            case CopySent:
                CopiedAt = at;
                break;
            case HelpAnswered help:
                (HelpChosen, HelpChosenAt) = (help.Choice, at);
                break;
        }
    }
}

/// <summary>A question of a set: its instrument and item.</summary>
public sealed record AskedItem(string Instrument, Item Item);

/// <summary>An answer with what surrounds it.</summary>
public sealed record GivenAnswer(Envelope Envelope, AnswerGiven Event)
{
    public bool IsOf(AskedItem item) => Event.Item == item.Item.Number && Event.Instrument == item.Instrument;
}
