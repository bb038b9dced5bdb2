using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Simulation;

namespace Candour.Cli.Demo;

/// <content>Appointments, sessions and endings.</content>
internal sealed partial class Performance
{
    private static readonly string[] Notes =
    [
        "Went through the week's diary. Tried the breathing exercise together.", "Looked at what kept the worry going on Tuesday. Agreed one small step.",
        "Reviewed the plan and what has helped so far.", "Talked about sleep and the morning routine.",
    ];

    private Task Book(SimulatedPerson person, IsBooked intention)
    {
        var known = Of(person);
        var wall = London.WallClock(intention.Starts);
        var minutes = (intention.Minutes + Slot.Grid - 1) / Slot.Grid * Slot.Grid;
        var by = Staff(NumberOf(Roles.Administrator));
        var booking = new BookAppointment
        {
            Appointment = known.Visits[intention.Visit] = Ids.New(randomness),
            Person = known.Person,
            With = new(StaffIds[intention.Staff], scenario.Staff[intention.Staff].Name, 0, null),
            Slot = new(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall), minutes),
            Kind = intention.Visit == 1 ? AppointmentType.Assessment : AppointmentType.Treatment,
            Medium = intention.Medium,
            Interpreter = person.NeedsInterpreter ? "Interpreter of the agency" : null,
            DespiteNeeds = null,
        };
        known.Starts[intention.Visit] = booking.Slot.Starts;
        known.Ends[intention.Visit] = booking.Slot.Ends;
        return Do(by, nameof(Book), [known.PersonStream, known.ReferralStream], (h, now) => booking.Decide(h[known.PersonStream], h[known.ReferralStream], by, now));
    }

    private Task DoesNotCome(SimulatedPerson person, DoesNotCome intention)
    {
        var known = Of(person);
        var missed = new CareRecord.Appointments.RecordAttendance { Appointment = known.Visits[intention.Visit], Code = Attendance.DidNotAttend };
        return Do(Staff(0), nameof(DoesNotCome), [known.PersonStream, known.ReferralStream], (h, now) =>
            missed.Decide(h[known.ReferralStream], h[known.PersonStream], Staff(0), now));
    }

    private async Task<bool> Hold(SimulatedPerson person, int visit, int staff, SaveSession session)
    {
        var known = Of(person);
        var by = Staff(staff);
        var ended = clock.Now;
        clock.Now = known.Starts[visit];
        var start = new StartSession
        {
            Appointment = known.Visits[visit],
            Person = known.Person,
            WithoutAnswers = WithoutAnswers.NoInternet,
            WhereNow = "At home",
            WhoCouldHelp = "Their sister",
        };
        if (!await Do(by, nameof(StartSession), [known.PersonStream, known.ReferralStream], (h, now) => start.Decide(h[known.PersonStream], h[known.ReferralStream], now)))
            return false;
        clock.Now = ended;
        var item9 = Answer9(await record.Read(known.ReferralStream), known.Visits[visit]);
        var whole = session with
        {
            Note = Notes[(person.Number + visit) % Notes.Length],
            Spoken = item9 > 0 ? SpokenThoughts.Some : SpokenThoughts.None,
            SafetyWords = item9 > 0 ? "Talked about the thoughts on the form. They pass, no plan." : "No thoughts of ending their life, asked directly.",
            Attendance = new()
            {
                Appointment = known.Visits[visit],
                Code = Attendance.OnTime,
                Started = known.Starts[visit],
                Ended = known.Starts[visit].Plus(TimeSpan.FromMinutes(28 + (person.Number % 12))),
                Trace = "call log",
            },
        };
        var saved = await Do(by, nameof(SaveSession), [known.PersonStream, known.ReferralStream, Streams.Policy], (h, now) => whole.Decide(
            h[known.PersonStream], h[known.ReferralStream],
            Cover.At(ServicePolicy.On(London.DayOf(now), h[Streams.Policy]), now, StaffIds[staff], AtWork.Everybody), by, now));
        await AnswerWhatWasSaid(person, staff);
        return saved;
    }

    private Task HoldSession(SimulatedPerson person, HasSession intention)
    {
        var known = Of(person);
        return Hold(person, intention.Visit, intention.Staff, new()
        {
            Appointment = known.Visits[intention.Visit],
            Person = known.Person,
            Activity = Ids.New(randomness),
            Therapy = known.Therapy,
            PartsDone = [.. TherapyParts.Of(known.Therapy).Take(2).Select(p => p.Key)],
            Homework = "The next chapter.",
            RiskIds = RiskIds.New(randomness),
        });
    }

    private static int Answer9(History referral, string appointment) =>
        referral.All<ScoresRecorded>().Where(s => s.Appointment == appointment)
            .Select(s => AnswerList.Read(s.Answers[0]).ElementAtOrDefault(8) ?? 0).FirstOrDefault();

    private async Task DecideEnding(SimulatedPerson person, EndingIsDecided intention)
    {
        var known = Of(person);
        var by = Staff(intention.Staff);
        await AnswerRisk(person, new(clock.Now, NumberOf(Roles.Supervisor)));
        var shown = (await record.Read(known.ReferralStream)).Version;
        var ending = new DecideEnding
        {
            Decision = Ids.New(randomness),
            Person = known.Person,
            Reason = intention.Reason switch
            {
                "46" => EndingReason.FinishedTogether,
                "47" => EndingReason.PersonStopped,
                "48" => EndingReason.StoppedBeforePlan,
                "12" => EndingReason.AdviceWasEnough,
                "50" => EndingReason.NotAssessed,
                _ => EndingReason.Declined,
            },
            Why = intention.Reason == "46" ? "The plan is done and the changes hold." : "As talked about and written to them.",
            StayingWell = "Keep the diary; notice the early signs; ask early.",
            FollowUpMonths = [1, 6],
            LetterToGp = true,
            EndAnyway = true,
            Shown = shown,
            NoticeDays = 14,
        };
        if (!await Do(by, nameof(DecideEnding), [known.PersonStream, known.ReferralStream], (h, now) => ending.Decide(h[known.PersonStream], h[known.ReferralStream], by, now)))
            return;
        if ((await record.Read(known.ReferralStream)).Last<EndingDecided>() is { NeedsSupervisor: true })
        {
            var supervisor = Staff(NumberOf(Roles.Supervisor));
            clock.Now = clock.Now.Plus(TimeSpan.FromMinutes(40));
            await Do(supervisor, "AgreeEnding", [known.PersonStream, known.ReferralStream], (h, now) => new AgreeEnding(true, null, 14).Decide(h[known.PersonStream], h[known.ReferralStream], supervisor, now));
        }

        if ((await record.Read(known.ReferralStream)).Last<EndingNotified>() is { } notice)
            _dueDays.Enqueue((person.Number, notice.Effective, End), London.StartOf(notice.Effective.AddDays(1)).Milliseconds);
    }

    private Task AnswerNotice(SimulatedPerson person, AnswersNotice intention)
    {
        var known = Of(person);
        var answer = new CareRecord.Discharge.AnswerNotice(intention.Agrees ? NoticeAnswer.Happy : NoticeAnswer.TalkFirst, null);
        return Do(Person(person), nameof(AnswerNotice), [known.ReferralStream], (h, now) => answer.Decide(h[known.ReferralStream], now));
    }

    /// <summary>A notice whose day is over ends care as of that day. The letter to the GP follows in the days after.</summary>
    private async Task End(int person, DateOnly day)
    {
        var known = _people[person];
        clock.Now = London.At(day.AddDays(1), new TimeOnly(0, 10));
        await Do(By.Worker, nameof(End), [known.PersonStream, known.ReferralStream], (h, moment) =>
            EndOfCare.IfDue(h[known.PersonStream], h[known.ReferralStream], message: null, moment));
        EnqueueLetterToGp(person, day);
    }
}
