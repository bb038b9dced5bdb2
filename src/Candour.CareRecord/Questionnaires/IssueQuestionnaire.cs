using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

/// <summary>
/// Puts a set before a person for one session, or for a fixed week after first treatment. One set an occasion: asked again
/// it is already so. A session that was moved gets a set of its own.
/// </summary>
public sealed record IssueQuestionnaire
{
    /// <summary>Fresh id of the questionnaire.</summary>
    public required string Id { get; init; }

    public required string Referral { get; init; }

    public required string Person { get; init; }

    public string? Appointment { get; init; }

    /// <summary>12 or 26; null for a session.</summary>
    public int? Week { get; init; }

    /// <summary>Start of the session; for a fixed week the end of the time in which answers count.</summary>
    public required Moment Starts { get; init; }

    public required Moment Ends { get; init; }

    public string? Clinician { get; init; }

    public required IReadOnlyList<string> Instruments { get; init; }

    public required Wordings Wordings { get; init; }

    /// <summary>Beside the set of the session: what is answered with somebody at hand before it is sent to anybody.</summary>
    public bool Together { get; init; }

    /// <summary>Answers count from so long before the session.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromHours(72);

    /// <summary>A fixed week's questions count for so long.</summary>
    public static TimeSpan WeekWindow { get; } = TimeSpan.FromDays(14);

    /// <summary>After the end of the session late answers are taken for so long.</summary>
    public static TimeSpan OpenAfter { get; } = TimeSpan.FromHours(24);

    public Decision Decide(History referral)
    {
        var there = referral.All<QuestionsIssued>().Where(q => q.Appointment == Appointment && q.Week == Week && q.WindowTo == Starts).ToList();
        if (there.Exists(q => q.Together == Together) || Instruments.Count == 0)
            return Decision.AlreadySo;
        // The set of the session comes first: it is the one that is sent and reminded of.
        if (Together && there.Count == 0)
            return new QuestionsNotOpen();
        // Moved or called off since somebody looked: the time asked for is not the session's any more.
        if (Appointment is { } session && SessionOfSet.Left(Appointments.Appointment.Find(referral, session), Starts) is not null)
            return Decision.AlreadySo;
        return Decision
            .Accept(Streams.Questionnaire(Id), new QuestionnaireIssued
            {
                Referral = Referral,
                Person = Person,
                Appointment = Appointment,
                Week = Week,
                Instruments = Instruments,
                WindowFrom = Starts.Minus(Week is null ? Window : WeekWindow),
                WindowTo = Starts,
                Closes = Ends.Plus(OpenAfter),
                Clinician = Clinician,
                Together = Together,
                Number = there.Count + 1,
                Wordings = [.. Instruments.Select(Wordings.VersionOf)],
            })
            .And(referral.Stream, new QuestionsIssued
            {
                Questionnaire = Id, Appointment = Appointment, Week = Week, Number = there.Count + 1, WindowTo = Starts, Together = Together,
            });
    }
}

/// <summary>The same questions again in one window. The first complete set stays the score; these are kept too.</summary>
/// <param name="Id">Fresh id of the repeat.</param>
/// <param name="AskedFor">What the person says to "did someone ask you?"; null: staff enter it.</param>
public sealed record RepeatQuestionnaire(string Id, RepeatReason Reason, bool? AskedFor)
{
    /// <summary>It was filled in on paper, and is entered by staff: the paper may come after the form has closed.</summary>
    public bool OnPaper { get; init; }

    public Decision Decide(History first, History referral, Moment now)
    {
        if (Questionnaire.Of(first) is not { } form)
            return new NoSuchQuestionnaire();
        if (!form.IsSent)
            return Decision.AlreadySo;
        if (form.IsClosed(now) && !OnPaper)
            return AskedFor is null ? new OnlyPaperNow(form.Issued.WindowTo) : new FormsOver(form.Issued.WindowTo);
        if (SessionOfSet.Left(form.Issued, referral) is { } left)
            return left;
        var root = form.Issued.Repeats ?? form.Id;
        var sets = SetsOf(form, referral);
        if (Unsent(sets, referral) is not null)
            return Decision.AlreadySo;
        var number = sets.Count + 1;
        return Decision
            .Accept(Streams.Questionnaire(Id), form.Issued with
            {
                Repeats = root, RepeatReason = Reason, RepeatAskedFor = AskedFor, Number = number,
                RepeatsAfter = form.StaffEntry?.FilledAt ?? form.Submitted,
            })
            .And(referral.Stream, new QuestionsIssued
            {
                Questionnaire = Id, Appointment = form.Issued.Appointment, Week = form.Issued.Week, Number = number, WindowTo = form.Issued.WindowTo,
                Together = form.Issued.Together,
            });
    }

    /// <summary>The repeat that is begun and not sent; null when there is none.</summary>
    public static string? Open(Questionnaire form, History referral) => Unsent(SetsOf(form, referral), referral);

    /// <summary>The number that the next repeat gets: 2 for the first.</summary>
    public static int Next(Questionnaire form, History referral) => SetsOf(form, referral).Count + 1;

    private static List<QuestionsIssued> SetsOf(Questionnaire form, History referral) =>
    [
        .. referral.All<QuestionsIssued>().Where(q =>
            q.Appointment == form.Issued.Appointment && q.Week == form.Issued.Week && q.WindowTo == form.Issued.WindowTo && q.Together == form.Issued.Together),
    ];

    private static string? Unsent(List<QuestionsIssued> sets, History referral)
    {
        var sent = referral.All<ScoresRecorded>().Select(s => s.Questionnaire).ToHashSet();
        return sets.FindLast(q => q.Number > 1 && !sent.Contains(q.Questionnaire))?.Questionnaire;
    }
}
