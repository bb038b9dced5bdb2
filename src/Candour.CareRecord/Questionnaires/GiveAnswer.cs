using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

/// <summary>
/// One answer, saved as it is given. On item 9 any answer but "not at all" tells a person here in the same write, whatever
/// becomes of the form: that part is never refused.
/// </summary>
/// <param name="Value">Null: "I would rather not answer this one".</param>
/// <param name="Shown">When the question was shown.</param>
/// <param name="Page">Id of the page it was shown on: every command of that page begins with it.</param>
public sealed record GiveAnswer(string Instrument, int Item, int? Value, Moment? Shown, string Page)
{
    /// <summary>What follows the page in the command of an answer sent with Continue; a choice has its number there.</summary>
    public const string Continue = "c";

    /// <summary>The channel this answer came by, where the page knows it; null: the one the form was started with.</summary>
    public AnswerMode? Mode { get; init; }

    /// <summary>Somebody else fills the form in and the person was alone with this question: the answer is the person's own.</summary>
    public bool InPrivate { get; init; }

    /// <summary>
    /// The response to this answer is the help screen, where it is one that raises concern. False: it is saved as it is chosen,
    /// and whoever chose it may never go on.
    /// </summary>
    public bool HelpFollows { get; init; } = true;

    /// <summary>
    /// Saved as it was chosen: the choice of its page that it was, from 1; null: sent with Continue. On a bad connection it may
    /// arrive after what was chosen later, or after Continue, and then it is no change of mind.
    /// </summary>
    public int? Choice { get; init; }

    /// <summary>
    /// Writes it. An ordinary answer reads and appends one stream; only a safety question reads the person, the referral and
    /// the rota as well.
    /// </summary>
    public async Task<Outcome> Write(TheRecord record, Order order, string questionnaire, Randomness randomness)
    {
        var form = Streams.Questionnaire(questionnaire);
        if (!IsSafety)
            return await record.Write(order, [form], (all, now) => Decide(all[form], null, now));
        if ((await record.Read(form)).First<QuestionnaireIssued>() is not { } issued)
            return new Outcome.No(new NoSuchQuestionnaire());
        var person = Streams.Person(issued.Person);
        var referral = Streams.Referral(issued.Referral);
        var ids = RiskIds.New(randomness);
        var atWork = IsConcern ? await AtWork.Now(record, randomness) : AtWork.Everybody;
        var outcome = await Once(order);
        // The same page was sent before. Since then the task that its answer opened may have been closed, so a worry is decided
        // anew; the decision keeps a true repeat from counting twice.
        return outcome is Outcome.Done { Again: true } && IsConcern
            ? await Once(order with { CommandId = $"{order.CommandId}/{Ids.New(randomness)}" })
            : outcome;

        Task<Outcome> Once(Order with) => record.Write(with, [form, person, referral, Streams.Policy], (all, now) => Decide(
            all[form],
            new(all[person], Cover.At(ServicePolicy.On(London.DayOf(now), all[Streams.Policy]), now, Allocation.Of(all[referral]), atWork.For(all[person])), ids),
            now));
    }

    /// <param name="safety">What a disclosure needs; only a safety question asks for it.</param>
    public Decision Decide(History questionnaire, Safety? safety, Moment now)
    {
        if (Questionnaire.Of(questionnaire) is not { } form)
            return new NoSuchQuestionnaire();
        if (form.Items.FirstOrDefault(i => i.Instrument == Instrument && i.Item.Number == Item) is not { } asked)
            return new NotAskedHere();
        if (Value is { } value && !asked.Item.Allows(value))
            return new ChooseAnAnswer();
        if (asked.Item.Safety && safety is null)
            throw new InvalidOperationException("A safety question is decided with the person's history.");
        var concern = Value is { } given && asked.Item.RaisesConcern(given);
        if (!concern && Closed(form, now) is { } no)
            return no;
        var standing = form.Now(asked);
        // "We have told our team" has to be so each time it is said: a closed task holds nothing.
        if (standing is not null && standing.Event.Value == Value && standing.Event.Private == InPrivate && (!concern || IsHeld(form, safety!, Value)))
            return concern ? Repeated(form, safety!) : Decision.AlreadySo;
        if (GivesWay(form, asked, standing?.Event))
            return !concern ? Decision.AlreadySo : IsHeld(form, safety!, atValue: null) ? Repeated(form, safety!) : Disclose(form, safety!, now);
        // What stands is what was chosen last; a worry is told all the same.
        if (IsOvertaken(form))
            return !concern ? Decision.AlreadySo : IsHeld(form, safety!, Value) ? Repeated(form, safety!) : Disclose(form, safety!, now);

        var answer = Decision.Accept(questionnaire.Stream, new AnswerGiven
        {
            Instrument = Instrument,
            Item = Item,
            Value = Value,
            Shown = Shown,
            FilledInBy = InPrivate || BesideStaff(form) ? FilledInBy.Person : form.FilledInBy,
            Mode = Mode ?? form.Mode,
            Private = InPrivate,
            OtherTab = FromAnotherTab(form),
        });
        if (!asked.Item.Safety)
            return answer;
        return concern ? answer.And(Disclose(form, safety!, now)) : Lowered(form, asked, safety!) is { } lowered ? answer.And(lowered) : answer;
    }

    /// <summary>The same page has sent its Continue, or a later choice, before this one arrived.</summary>
    public bool IsOvertaken(Questionnaire form) => Choice is { } nth && form.Given.Any(g =>
        g.Event.Item == Item && g.Event.Instrument == Instrument && g.Envelope.CommandId.Split('/') is [var page, var what, ..] && page == Page
        && (what == Continue || (int.TryParse(what, out var other) && other > nth)));

    private bool IsSafety =>
        Clinical.Instruments.Instrument.TryFind(Instrument, out var found) && found.Items.Any(i => i.Number == Item && i.Safety);

    private bool IsConcern => Value is { } value && Clinical.Instruments.Instrument.TryFind(Instrument, out var found)
        && found.Items.Any(i => i.Number == Item && i.RaisesConcern(value));

    /// <summary>An open task holds what this question of this form told: somebody is to look at it.</summary>
    /// <param name="atValue">Null: whatever the answer was.</param>
    private bool IsHeld(Questionnaire form, Safety safety, int? atValue) => RiskTask.OpenOf(safety.Person) is { } task
        && task.Told.Any(d => d.Questionnaire == form.Id && d.Instrument == Instrument && d.Item == Item && (atValue is null || d.Value == atValue));

    /// <summary>What the person said alone stands: somebody else's answer replaces it only with a higher concern.</summary>
    private bool GivesWay(Questionnaire form, AskedItem asked, AnswerGiven? standing) =>
        asked.Item.Safety && form.IsTypedForThem && !InPrivate && standing is { Private: true }
        && !(Value is { } value && asked.Item.RaisesConcern(value) && value > (standing.Value ?? 0));

    /// <summary>The person's own link or device, while staff enter the same set.</summary>
    private bool BesideStaff(Questionnaire form) => Mode is not null && form.StaffEntry is not null;

    private Refusal? Closed(Questionnaire form, Moment now) =>
        form.IsSent ? new AlreadySent(form.Submitted!.Value)
        : BesideStaff(form) ? new EnteredForYou()
        : form.IsClosed(now) && form.StaffEntry is null ? new FormsOver(form.Issued.WindowTo)
        : form.Opened is null ? new SayWhoFirst()
        : null;

    /// <summary>Staff who put answers in are shown what to ask the person, not the person where to get help.</summary>
    private bool ShowsHelp(Questionnaire form) => HelpFollows && (form.StaffEntry is null || BesideStaff(form));

    /// <summary>Told before; what may be new is that this time the person sees where to get help.</summary>
    private Decision Repeated(Questionnaire form, Safety safety) =>
        RiskTask.OpenOf(safety.Person) is { } task && ShowsHelp(form) && !task.HelpWasShown(form.Id)
            ? Decision.Accept(safety.Person.Stream, new RiskHelpShown { Task = task.Id, Questionnaire = form.Id })
            : Decision.AlreadySo;

    private Accepted Disclose(Questionnaire form, Safety safety, Moment now) => Risk.Disclose(
        safety.Person,
        new()
        {
            Source = RiskSource.Item9,
            Referral = form.Issued.Referral,
            Questionnaire = form.Id,
            Instrument = Instrument,
            Item = Item,
            Value = Value,
            HelpShown = ShowsHelp(form),
            PageAtOnce = Value >= 2,
            Ids = safety.Ids,
        },
        safety.Cover,
        now);

    /// <summary>Changed to "not at all" or taken back: added to the task, which stays.</summary>
    private Accepted? Lowered(Questionnaire form, AskedItem asked, Safety safety)
    {
        if (form.AllOf(asked).Select(a => a.Event.Value).Where(v => v is { } was && asked.Item.RaisesConcern(was)).Max() is not { } highest)
            return null;
        return RiskTask.Of(safety.Person).LastOrDefault(t => t.Told.Any(d => d.Questionnaire == form.Id)) is { } task
            ? new Accepted([]).And(safety.Person.Stream, new RiskAnswerLowered
            {
                Task = task.Id, Questionnaire = form.Id, From = highest, To = Value,
            })
            : null;
    }

    /// <summary>Since this page was shown another page of the form was answered: it is open twice, and that is fine.</summary>
    private bool FromAnotherTab(Questionnaire form) =>
        Shown is { } shown && form.Given.Any(g => g.Envelope.At > shown && !g.Envelope.CommandId.StartsWith(Page, StringComparison.Ordinal));
}

/// <summary>What an answer to a safety question is decided with beside the form.</summary>
public sealed record Safety(History Person, Cover Cover, RiskIds Ids);
