using Candour.CareRecord;
using Candour.CareRecord.Assessment;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Waiting;
using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Simulation;

namespace Candour.Cli.Demo;

/// <content>The assessment, the plan and its signature, the list and who treats.</content>
internal sealed partial class Performance
{
    private async Task Assess(SimulatedPerson person, IsAssessed intention)
    {
        var known = Of(person);
        var by = Staff(intention.Staff);
        var visit = known.Visits[intention.Visit];
        var ends = clock.Now;
        clock.Now = known.Starts[intention.Visit];
        var start = new StartSession
        {
            Appointment = visit, Person = known.Person, WithoutAnswers = WithoutAnswers.NoInternet, WhereNow = "At home", WhoCouldHelp = "A neighbour",
        };
        if (!await Do(by, nameof(StartSession), [known.PersonStream, known.ReferralStream], (h, now) => start.Decide(h[known.PersonStream], h[known.ReferralStream], now)))
            return;
        var item9 = Answer9(await record.Read(known.ReferralStream), visit);
        foreach (var part in AssessmentForm.Parts)
        {
            clock.Now = clock.Now.Plus(TimeSpan.FromMinutes(4));
            await Save(person, by, visit, part, item9);
        }

        var problem = new RecordProblem { Key = intention.Problem, Why = "What they tell and what they answered fit together." };
        await Do(by, nameof(RecordProblem), [known.ReferralStream], (h, now) => problem.Decide(h[known.ReferralStream], now));
        clock.Now = clock.Now > ends ? clock.Now : ends;
        var close = new CloseAssessment
        {
            Appointment = visit,
            Person = known.Person,
            Activity = Ids.New(randomness),
            RiskIds = RiskIds.New(randomness),
            Called = person.CalledName ?? person.FirstName,
            PsychotropicMedication = person.Number % 4 == 0 ? "01" : "02",
            Attendance = new()
            {
                Appointment = visit,
                Code = Attendance.OnTime,
                Started = known.Starts[intention.Visit],
                Ended = known.Starts[intention.Visit].Plus(TimeSpan.FromMinutes(41)),
                Trace = "call log",
            },
        };
        await Do(by, nameof(CloseAssessment), [known.PersonStream, known.ReferralStream, Streams.Policy], (h, now) => close.Decide(
            h[known.PersonStream], h[known.ReferralStream],
            Cover.At(ServicePolicy.On(London.DayOf(now), h[Streams.Policy]), now, StaffIds[intention.Staff], AtWork.Everybody), by, now));
        await Propose(person, by, intention);
        await AnswerWhatWasSaid(person, intention.Staff);
    }

    private Task Save(SimulatedPerson person, By by, string visit, AssessmentPart part, int item9)
    {
        var known = Of(person);
        var fields = part.Fields.ToDictionary(f => f.Key, f => (string?)(f.Kind == FieldKind.YesNo ? "yes" : "Said in their own words, written down as told."));
        if (part.Block == AssessmentBlock.Risk)
        {
            fields[AssessmentForm.Spoken] = item9 > 0 ? "Some" : "None";
            fields[AssessmentForm.Formulation] = item9 > 0
                ? "Thoughts of not being here on some evenings; no plan, would not act. Safer with her brother there. Agreed to call 111 option 2 if they grow."
                : "Asked directly: no thoughts of ending their life, now or before. Knows whom to call.";
            if (item9 > 0)
                fields[AssessmentForm.Understood] = "Wrote and said the same.";
        }

        var block = new SaveAssessmentBlock
        {
            Appointment = visit, Person = known.Person, Block = part.Block, Fields = fields, RiskIds = RiskIds.New(randomness),
        };
        return Do(by, nameof(SaveAssessmentBlock), [known.PersonStream, known.ReferralStream, Streams.Policy], (h, now) => block.Decide(
            h[known.PersonStream], h[known.ReferralStream], Cover.At(ServicePolicy.On(London.DayOf(now), h[Streams.Policy]), now, by.Actor, AtWork.Everybody), now));
    }

    private async Task Propose(SimulatedPerson person, By by, IsAssessed intention)
    {
        var known = Of(person);
        var plan = new ProposePlan
        {
            Plan = Ids.New(randomness),
            Therapy = intention.Therapy,
            Step = (int)intention.Step,
            Sessions = intention.Sessions,
            Minutes = intention.Sessions <= 8 ? 35 : 60,
            Medium = "11",
        };
        if (await Do(by, nameof(ProposePlan), [known.PersonStream, known.ReferralStream], (h, now) =>
            plan.Decide(h[known.PersonStream], h[known.ReferralStream], null, by, null, now)))
        {
            (known.Plan, known.Therapy, known.Step) = (plan.Plan, plan.Therapy, plan.Step);
        }
    }

    private async Task SignPlan(SimulatedPerson person, SignsPlan intention)
    {
        var known = Of(person);
        if (known.Plan is not { } plan)
            return;
        var signs = new CareRecord.Consent.SignPlan
        {
            Plan = plan,
            How = intention.ByPhone ? SignedHow.AloudByTelephone : SignedHow.ByLink,
            NameTyped = $"{person.FirstName} {person.LastName}",
            UsualSelf = person.Number % 2 == 0 ? "Sleeping through, back at choir." : "Seeing friends again without dreading it.",
        };
        await Do(intention.ByPhone ? Staff(0) : Person(person), nameof(SignPlan), [known.PersonStream, known.ReferralStream], (h, now) =>
            signs.Decide(h[known.PersonStream], h[known.ReferralStream], null, now));
    }

    private async Task JoinList(SimulatedPerson person)
    {
        var known = Of(person);
        if (known.Plan is null)
            return;
        var joins = new JoinWaitingList { Step = known.Step, Therapy = known.Therapy, Wants = "Afternoons, by video." };
        await Do(Staff(0), nameof(JoinList), [known.ReferralStream], (h, now) => joins.Decide(h[known.ReferralStream], person.FirstName, now));
        WriteInFourWeeks(person.Number, London.Today(clock));
    }

    private void WriteInFourWeeks(int person, DateOnly from)
    {
        var day = from.AddDays(28);
        _dueDays.Enqueue((person, day, Write), London.At(day, new TimeOnly(10, 0)).Milliseconds);
    }

    /// <summary>A letter every four weeks while they wait; the last one finds them on no list any more.</summary>
    private async Task Write(int person, DateOnly day)
    {
        var known = _people[person];
        clock.Now = London.At(day, new TimeOnly(10, 0));
        if (Stay.Open(await record.Read(known.ReferralStream)) is null)
            return;
        await Do(Staff(NumberOf(Roles.Administrator)), nameof(Write), [known.ReferralStream], (h, now) =>
            new PostedWhileWaiting(day).Decide(h[known.ReferralStream], "This person", now));
        WriteInFourWeeks(person, day);
    }

    private Task Allocate(SimulatedPerson person, IsAllocated intention)
    {
        var known = Of(person);
        var clinician = Streams.Staff(StaffIds[intention.Staff]);
        var allocation = new AllocateClinician { Clinician = clinician.Id };
        return Do(Staff(NumberOf(Roles.Administrator)), nameof(Allocate), [known.ReferralStream, clinician], (h, now) =>
            allocation.Decide(h[known.ReferralStream], h[clinician], null, person.FirstName, now));
    }
}
