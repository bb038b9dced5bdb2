using Candour.CareRecord.Appointments;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Me;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Waiting;
using Candour.Clinical;
using Candour.Clinical.Problems;

namespace Candour.CareRecord.Pathways;

/// <summary>The filters over a timeline, as links.</summary>
public enum TimelineKind
{
    Contacts,
    Answers,
    Letters,
    Plan,
    Changes,
}

/// <summary>One line of a timeline, newest first.</summary>
/// <param name="Href">Where it leads; null: nowhere.</param>
/// <param name="TakenOut">Entered by mistake: struck through, with the reason after it.</param>
public sealed record TimelineLine(DateOnly Day, TimelineKind Kind, string Words, string? Href = null, string? TakenOut = null);

/// <summary>What happened in a referral, in words, from its events.</summary>
public static class Timeline
{
    /// <param name="nameOf">The name of a member of staff by id.</param>
    public static IReadOnlyList<TimelineLine> Of(PathwayView view, Func<string, string> nameOf, TimelineKind? only)
    {
        var lines = new List<TimelineLine>();
        foreach (var recorded in view.Referral.Events)
        {
            if (Line(view, recorded, nameOf) is { } line && (only is null || line.Kind == only))
                lines.Add(line);
        }

        if (only is null or TimelineKind.Contacts)
            lines.AddRange(view.Appointments.Where(a => a.Attendance is not null || a.Cancelled is not null || a.Started is not null).Select(a => Contact(view, a, nameOf)));
        if (only is null or TimelineKind.Answers)
            lines.AddRange(view.Worries.SelectMany(w => Worry(view, w, nameOf)));
        return [.. lines.Select((line, i) => (line, i)).OrderByDescending(x => x.line.Day).ThenByDescending(x => x.i).Select(x => x.line)];
    }

    /// <summary>What was told about safety in this referral, and that it was dealt with.</summary>
    private static IEnumerable<TimelineLine> Worry(PathwayView view, RiskTask task, Func<string, string> nameOf)
    {
        if (task.Told.All(t => t.Referral is { } other && other != view.Referral.Stream.Id))
            yield break;
        foreach (var (envelope, e) in task.Events.Select(r => (r.Envelope, r.Event)))
        {
            if (e is RiskDisclosed told)
                yield return new(London.DayOf(envelope.At), TimelineKind.Answers, $"Risk answer: {WhatWasTold.InShort(told)}", $"/risk/{task.Id}");
            else if (e is RiskTaskClosed)
                yield return new(London.DayOf(envelope.At), TimelineKind.Answers, $"Risk answer closed by {nameOf(envelope.By.Actor)}", $"/risk/{task.Id}");
        }
    }

    private static TimelineLine Contact(PathwayView view, Appointment a, Func<string, string> nameOf)
    {
        var name = Upper(view.NameOf(a));
        if (a.IsTakenOut)
            return new(a.Day, TimelineKind.Contacts, $"{name}, {Media.Words(a.Medium)}", $"/appointments/{a.Id}", $"Entered by mistake, taken out{Quoted(a.Cancelled!.Why)}");
        if (a.Cancelled is { } cancelled)
            return new(a.Day, TimelineKind.Contacts, $"{name} cancelled by {(cancelled.AskedBy == AskedBy.Person ? view.Person.Called : "us")}", $"/appointments/{a.Id}");
        if (a.IsUnconfirmed)
            return new(a.Day, TimelineKind.Contacts, $"{name}: a late entry waits for a second person", $"/appointments/{a.Id}");
        if (a.Attendance is not null && !a.IsAttended)
            return new(a.Day, TimelineKind.Contacts, $"{name}: {Clinical.Codes.Attendance.InWords(a.Attendance.Code)}{(a.WasOurFault ? ", ours" : "")}", $"/appointments/{a.Id}");
        var minutes = a.Saved?.Minutes is { } m ? $", {m} minutes" : "";
        var note = a.Notes is [.., var last] ? $". Note by {nameOf(last.Envelope.By.Actor)}" : ". No note yet";
        var open = a.Closed is null ? ". Not finished" : "";
        return new(a.Day, TimelineKind.Contacts, $"{name}, {Media.Words(a.Medium)}{minutes}{note}{open}", $"/sessions/{a.Id}");
    }

    private static TimelineLine? Line(PathwayView view, Recorded recorded, Func<string, string> nameOf)
    {
        var day = London.DayOf(recorded.Envelope.At);
        return recorded.Event switch
        {
            ReferralReceived x => new(x.ReceivedOn, TimelineKind.Changes, "Referral received"),
            ReferralAccepted => new(day, TimelineKind.Changes, "Referral accepted"),
            TriageDone => new(day, TimelineKind.Changes, $"Triage by {nameOf(recorded.Envelope.By.Actor)}"),
            ContactTried x => new(London.DayOf(x.TriedAt), TimelineKind.Letters, $"Tried to reach by {x.Way}"),
            OptInAsked x => new(x.AskedOn, TimelineKind.Letters, $"Asked by {x.Way} whether help is still wanted"),
            OptInReplied x => new(day, TimelineKind.Letters, $"{view.Person.Called} replied: {Reply(x.Reply)}"),
            ScoresRecorded x => new(London.DayOf(x.FilledAt), TimelineKind.Answers, Answers(view, x), $"/pathways/{view.Referral.Stream.Id}/answers/{x.Questionnaire}"),
            QuestionsDeclined { Why: { } why and not WithoutAnswers.ChoseNotTo } => new(day, TimelineKind.Answers, $"Questions not done: {WithoutAnswersWords.Of(why).ToLowerInvariant()}"),
            QuestionsDeclined => new(day, TimelineKind.Answers, $"{view.Person.Called} chose not to answer"),
            ScoresMatchSaid x => new(day, TimelineKind.Answers, $"{view.Person.Called} says: {MyScores.InWords(x)}{Quoted(x.OwnWords)}"),
            ScoresDisputed => new(day, TimelineKind.Answers, $"{view.Person.Called} says \"this is not what I said\""),
            ProblemDescriptorRecorded x => new(x.RecordedOn, TimelineKind.Plan, $"{(x.Significance == "2" ? "Second" : "Main")} problem: {ProblemDescriptor.Of(x.Code).Name}{Replaced(view, recorded, x)}"),
            PlanProposed x => new(day, TimelineKind.Plan, $"Plan put to {view.Person.Called}: {Therapy.OfCode(x.Therapy)?.OfficialName ?? "a treatment"}, {Words.Count(x.Sessions, "session", "sessions")}"),
            PlanSigned x => new(day, TimelineKind.Plan, $"Plan signed {How(x.How)}"),
            PlanPhotoAttached x => new(day, TimelineKind.Plan, "Photo of the signed paper kept", $"/pathways/{view.Referral.Stream.Id}/plan/{x.Plan}/paper"),
            SpokenConsentAnswered { Right: false } x => new(day, TimelineKind.Plan, $"{view.Person.Called} says of the plan agreed by phone: that is not what I said{Quoted(x.InTheirWords)}"),
            SpokenConsentAnswered x => new(day, TimelineKind.Plan, $"{view.Person.Called} says of the plan agreed by phone: yes, I agreed{Quoted(x.InTheirWords)}"),
            ConsentWithdrawn x => new(day, TimelineKind.Plan, $"{view.Person.Called} took consent back{Quoted(x.InTheirWords)}"),
            PutOnWaitingList x => new(x.On, TimelineKind.Plan, $"On the list for step {x.Step}"),
            LeftWaitingList x => new(x.On, TimelineKind.Plan, $"Off the list for step {x.Step}"),
            LetterPosted x => new(x.PostedOn, TimelineKind.Letters, Letter.All(view.Referral).Any(l => l.Id == x.Letter && l.IsToGp) ? "Letter to the GP posted" : "Letter posted", $"/pathways/{view.Referral.Stream.Id}/letters/{x.Letter}"),
            LetterApproved x => new(day, TimelineKind.Letters, $"Letter to the GP approved by {nameOf(recorded.Envelope.By.Actor)}", $"/pathways/{view.Referral.Stream.Id}/letters/{x.Letter}"),
            LetterCameBack x => new(day, TimelineKind.Letters, $"Letter to the GP came back{Quoted(x.Why)}", $"/pathways/{view.Referral.Stream.Id}/letters/{x.Letter}"),
            WroteWhileWaiting x => new(x.On, TimelineKind.Letters, "Wrote about the wait"),
            ClinicianAllocated x => new(day, TimelineKind.Plan, $"{nameOf(x.Clinician)} took over"),
            InternetTherapyLogged x => new(x.From, TimelineKind.Contacts, $"Internet therapy, {x.Programme}: {Words.Span(x.From, x.To)}{TakenBack(view, recorded)}"),
            InternetTherapyTakenBack x => new(day, TimelineKind.Changes, $"{nameOf(recorded.Envelope.By.Actor)} took a log of internet therapy out{Quoted(x.Why)}"),
            ContactTypeSaid => new(day, TimelineKind.Changes, $"Another kind of contact said by {nameOf(recorded.Envelope.By.Actor)}"),
            ContactTypeAgreed x => new(day, TimelineKind.Changes, x.Agreed ? "Another kind of contact agreed" : "Another kind of contact not agreed"),
            NoteMovedAway => new(day, TimelineKind.Changes, $"{nameOf(recorded.Envelope.By.Actor)} moved away a note written here by mistake"),
            NoteMovedHere => new(day, TimelineKind.Changes, $"{nameOf(recorded.Envelope.By.Actor)} moved a note here that was written on another record by mistake"),
            AddedLate x => new(day, TimelineKind.Changes, $"Added {Words.Wait(x.Days)} later: {x.About.Split('/')[0]}"),
            EndingDecided => new(day, TimelineKind.Plan, $"Ending decided by {nameOf(recorded.Envelope.By.Actor)}"),
            EndingNotified x => new(x.Told, TimelineKind.Letters, $"{view.Person.Called} told{Told(x.How)}: care ends on {Words.Day(x.Effective, view.Today)}{Quoted(x.InWords)}"),
            EndingNotTold => new(day, TimelineKind.Letters, $"{view.Person.Called} not told of the ending yet: nothing runs"),
            HeldEntrySettled settled => new(day, TimelineKind.Plan, settled.Agreed ? "Late entry confirmed by a second person" : "Late entry taken out"),
            StoppedForDeath => new(day, TimelineKind.Plan, "Stopped: has died"),
            NotStoppedAfterAll => new(day, TimelineKind.Plan, "Death taken back: goes on"),
            EndingAccepted x => new(day, TimelineKind.Plan, $"{view.Person.Called} is happy with the ending{Quoted(x.OwnWords)}"),
            EndingObjected x => new(day, TimelineKind.Plan, $"{view.Person.Called} {(x.Disagrees ? "does not agree to end" : "wants to talk before the ending")}{Quoted(x.OwnWords)}"),
            GpLetterAnswered x => new(day, TimelineKind.Letters, $"{view.Person.Called} {(x.Send ? "lets the letter about the ending go to their GP" : "said no to a letter to their GP about the ending")}"),
            EndingWithdrawn => new(day, TimelineKind.Plan, "Ending taken back"),
            CareEnded x => new(x.Day, TimelineKind.Plan, "Care ended"),
            EndingUndone => new(day, TimelineKind.Plan, "Ending undone"),
            CameBack x => new(day, TimelineKind.Plan, $"{view.Person.Called} came back{Quoted(x.OwnWords)}"),
            EndReasonAdded => new(day, TimelineKind.Changes, "Another end reason added"),
            ClosedForNoReply => new(day, TimelineKind.Plan, "Closed: nobody could be reached"),
            Reopened => new(day, TimelineKind.Plan, "Opened again"),
            _ => null,
        };
    }

    private static string Told(ToldHow? how) => how switch
    {
        ToldHow.Telephone => " by telephone",
        ToldHow.FaceToFace => " face to face",
        ToldHow.Video => " on a video call",
        _ => "",
    };

    private static string TakenBack(PathwayView view, Recorded recorded) =>
        LoggedTherapy.Of(view.Referral).FirstOrDefault(l => l.Sequence == recorded.Envelope.Sequence)?.TakenBack is { } by
            ? $", taken out on {Words.Day(London.DayOf(by.At), view.Today)}" : "";

    /// <summary>A main problem that was corrected later is never read as the present one.</summary>
    private static string Replaced(PathwayView view, Recorded recorded, ProblemDescriptorRecorded x)
    {
        var later = view.Referral.Recorded<ProblemDescriptorRecorded>()
            .FirstOrDefault(r => x.Significance == RecordProblem.Main && r.Event.Significance == RecordProblem.Main && r.Envelope.Sequence > recorded.Envelope.Sequence);
        return later.Event is null ? "" : $", corrected on {Words.Day(London.DayOf(later.Envelope.At), view.Today)}";
    }

    private static string Answers(PathwayView view, ScoresRecorded x)
    {
        var session = view.Appointments.FirstOrDefault(a => a.Id == x.Appointment);
        if (session is null)
            return x.Week is { } week ? $"Answers in, week {week}" : "Answers in";
        var span = session.Began.Since(x.FilledAt);
        return session.IsLate(x)
            ? $"Answers in, late, for {view.NameOf(session)}"
            : $"Answers in, {ScoreHow.Length(span)} before {view.NameOf(session)}";
    }

    private static string Reply(OptInReply reply) => reply switch
    {
        OptInReply.Yes => "yes",
        OptInReply.NotNow => "not now",
        OptInReply.Elsewhere => "has help elsewhere",
        OptInReply.NoMore => "no more help wanted",
        _ => "never asked for this",
    };

    private static string How(SignedHow how) => how switch
    {
        SignedHow.ByLink => "by link",
        SignedHow.InTheRoom => "in the room",
        SignedHow.AloudByTelephone => "aloud by phone",
        _ => "on paper",
    };

    /// <summary>What somebody wrote in words of their own, after what they chose.</summary>
    private static string Quoted(string? words) => words is null ? "" : $". “{words}”";

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
