using System.Data.Common;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Staff.Store;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Candour.Clinical.Codes;

namespace Candour.CareRecord.Access.Store;

/// <summary>Whose record something belongs to.</summary>
/// <param name="Thing">What was asked for, as "questionnaire/7K…".</param>
public sealed record Whom(string? Person, string? Referral, string? Staff, string Thing);

/// <summary>How somebody stands to a record, read from the lists at every request: the latest commit decides.</summary>
public sealed class CaseFacts(TheRecord record, Randomness randomness)
{
    private const int DaysBack = 30, DaysAhead = 14, DaysAfterEnd = 30;

    // One round trip. Who was told of an open task may come to it, also when the rota has gone on to another;
    // a hold taken in an emergency opens no more than the emergency does. What nobody owns is everybody's who could be given it. A relation of the record's own kind blocks; the rest opens.
    private const string StandingSql =
        """
        select
          case when exists (select 1 from people_list where provider=@p0 and person=@p1 and clinician=@p2 and (is_open or ended_on>=@p3))
            or exists (select 1 from appointment_list where provider=@p0 and person=@p1 and clinician=@p2 and state<>'Cancelled' and day between @p4 and @p5)
            or exists (select 1 from risk_task_list where provider=@p0 and person=@p1 and is_open and (owner in (@p2,@p10) or paged like @p8
              or held_by=@p2 and not exists (select 1 from break_glass_list where provider=@p0 and person=@p1 and staff=@p2 and until>@p9)))
            or exists (select 1 from letter_list where provider=@p0 and person=@p1 and owner=@p2 and (posted_on is null or posted_on>=@p3))
            then 1 else 0 end,
          case when exists (select 1 from inbox_list where provider=@p0 and person=@p1)
            or exists (select 1 from reach_list where provider=@p0 and person=@p1)
            or exists (select 1 from call_list where provider=@p0 and person=@p1)
            or exists (select 1 from asked_list where provider=@p0 and person=@p1)
            or exists (select 1 from letter_list where provider=@p0 and person=@p1 and owner is null)
            or exists (select 1 from outbox_list where provider=@p0 and person=@p1 and stage='MayHaveGone')
            or exists (select 1 from link_list where provider=@p0 and person=@p1 and state='Locked')
            or exists (select 1 from pair_list where provider=@p0 and (person_a=@p1 or person_b=@p1) and state<>'TwoPeople')
            or exists (select 1 from people_list where provider=@p0 and person=@p1 and is_open and next_booked is null)
            or exists (select 1 from referral_list where provider=@p0 and person=@p1 and come_back_until>=@p7)
            then 1 else 0 end,
          case when exists (select 1 from inbox_list where provider=@p0 and person=@p1 and (clinician_asked_at is not null or said_danger)) then 1 else 0 end,
          case when exists (select 1 from relation_list where provider=@p0 and person=@p1 and staff=@p2) then 1 else 0 end,
          case when exists (select 1 from break_glass_list where provider=@p0 and person=@p1 and staff=@p2 and until>@p6) then 1 else 0 end
        """;

    /// <summary>Where each kind of thing is listed, by which column, and what it is called.</summary>
    private static readonly Dictionary<string, (string List, string Key, string Thing)> Named = new()
    {
        ["Person"] = ("person_list", "person", "person"),
        ["Referral"] = ("referral_list", "referral", "referral"),
        ["Appointment"] = ("appointment_list", "appointment", "appointment"),
        ["Safeguarding"] = ("safeguarding_list", "entry", "safeguarding"),
        ["RiskTask"] = ("risk_task_list", "task", "risk"),
        ["Complaint"] = ("complaint_list", "complaint", "complaint"),
    };

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private volatile Known<ServicePolicy>? _policy;
    private volatile Known<AtWork>? _atWork;

    /// <summary>Whose record an id is about; null when there is no such record.</summary>
    /// <param name="about">Person, Referral, Appointment, RiskTask, Safeguarding, Complaint, Questionnaire, Message or Myself.</param>
    /// <param name="myself">Person or staff id of the one who asks.</param>
    public async Task<Whom?> Whom(string about, string id, string? myself)
    {
        if (about == "Myself")
            return myself is null ? null : new Whom(myself, null, myself, $"person/{myself}");
        if (about == "TheService" || !Ids.IsOne(id))
            return null;
        if (about == "Message")
        {
            return MessageState.WhoseOf(await record.Read(Streams.Message(id))) is { Person: { } writtenTo } whose
                ? new Whom(writtenTo, whose.Referral, null, "message/" + id)
                : null;
        }

        if (about == "Questionnaire")
        {
            return (await record.Read(Streams.Questionnaire(id))).First<QuestionnaireIssued>() is { } issued
                ? new Whom(issued.Person, issued.Referral, null, "questionnaire/" + id)
                : null;
        }

        var (list, key, thing) = Named[about];
        var referral = about is "Person" or "Safeguarding" or "Complaint" ? "null" : "referral";
        return (await record.Database.Statements.Rows(
            row => new Whom(row.Text(0), row.Text(1), null, $"{thing}/{id}"),
            $"select person, {referral} from {list} where provider=@p0 and {key}=@p1", record.Database.Provider, id)).FirstOrDefault();
    }

    /// <param name="patient">The patient's session when the actor is a patient.</param>
    public async Task<Facts> Of(Actor actor, PatientSession? patient, Whom? whom)
    {
        if (whom is null)
            return Facts.None;
        if (patient is not null)
            return new() { Self = whom.Person == patient.Person && (patient.Strength == PatientStrength.Read || patient.Target == whom.Thing) };
        if (whom.Staff is not null)
            return new() { Self = whom.Staff == actor.Id, Unit = true };
        // A complaint without a name: nobody's record is opened with it.
        if (whom.Person is null)
            return new() { Unit = true };
        var now = Moment.Now(record.Clock);
        var (standing, awaitsClinician) = await Standing(whom.Person, actor, now);
        var policy = await Policy(now);
        var isOnDuty = await IsOnDuty(actor.Id, whom.Person!, policy, now);
        return standing with
        {
            Unit = true,
            Duty = isOnDuty,
            Case = await IsInCase(actor, whom),
            Met = await IsHelpWithWork(actor, whom) ? [Conditions.EmploymentContacts] : [],
            // A clinician was asked to look at somebody in the inbox: whoever is on duty.
            Caseload = standing.Caseload || isOnDuty && awaitsClinician,
            Supervisees = actor.Roles.Contains(Roles.Supervisor) && await Supervises(actor.Id, whom.Person, policy, London.DayOf(now)),
        };
    }

    /// <summary>Whether they may open this worry. Leading the service is not enough: that sees in the list that one is late, and not what it says.</summary>
    public async Task<bool> MayOpen(Actor actor, RiskTaskRow task) => May.Embedded.Ask(
        actor with { Roles = [.. actor.Roles.Where(r => r != Roles.ServiceLead)] }, Act.View, "risk_task",
        await Of(actor, null, new(task.Person, task.Referral, null, $"risk/{task.Task}"))) is Answer.Yes;

    /// <summary>Named in an open case file: of the entry itself whoever wrote it or was given it; of a person's record its open entry's owner.</summary>
    private async Task<bool> IsInCase(Actor actor, Whom whom)
    {
        if (whom.Thing.Split('/') is ["safeguarding", var entry])
            return SafeguardingEntry.Of(await record.Read(Streams.Safeguarding(entry)))?.IsKnownTo(actor.Id) == true;
        return actor.Roles.Contains(Roles.SafeguardingLead) && (await record.Database.Statements.Rows(
            row => row.GetString(0),
            "select entry from safeguarding_list where provider=@p0 and person=@p1 and owner=@p2 and is_open",
            record.Database.Provider, whom.Person!, actor.Id)).Count > 0;
    }

    /// <summary>Asked of the one role that it narrows.</summary>
    private async Task<bool> IsHelpWithWork(Actor actor, Whom whom) =>
        actor.Roles.Contains(Roles.EmploymentAdviser) && whom.Thing.Split('/') is ["appointment", var appointment]
        && (await record.Database.Statements.Rows(
            row => row.GetString(0), "select kind from appointment_list where provider=@p0 and appointment=@p1", record.Database.Provider, appointment)) is [AppointmentType.EmploymentSupport];

    /// <summary>
    /// On duty for this person as a worry of theirs would find it: of those whom the rota names now, the last who can take it.
    /// </summary>
    private async Task<bool> IsOnDuty(string staff, string person, ServicePolicy policy, Moment now)
    {
        if (!policy.IsOnRota(staff, now))
            return false;
        var atWork = await AtWorkNow(now);
        var duty = policy.Duty(now, atWork);
        if (duty is null || duty == staff)
            return duty == staff;
        // Where the last is family or a colleague of this person, the one before is on duty for them.
        var relations = await record.Database.Statements.Rows(
            row => row.GetString(0), "select staff from relation_list where provider=@p0 and person=@p1", record.Database.Provider, person);
        return policy.Duty(now, atWork.For(relations)) == staff;
    }

    /// <summary>
    /// Whether this person's care is the supervisor's to talk about: by the present agreement with their clinician or, while there
    /// is none, as the service's supervisor in open care.
    /// </summary>
    private async Task<bool> Supervises(string supervisor, string person, ServicePolicy policy, DateOnly today)
    {
        await using var lists = record.Lists();
        var supervising = await Supervising.On(lists, policy, today);
        var care = await record.Database.Statements.Rows(
            row => (Clinician: row.Text(0), IsOpen: Yes(row, 1)),
            "select clinician, is_open from people_list where provider=@p0 and person=@p1", record.Database.Provider, person);
        return care.Any(c => supervising.Named(c.Clinician) is { } named ? named == supervisor : c.IsOpen && supervising.OfTheService == supervisor);
    }

    private async Task<(Facts Facts, bool AwaitsClinician)> Standing(string person, Actor actor, Moment now)
    {
        var (staff, today) = (actor.Id, London.DayOf(now));
        return (await record.Database.Statements.Rows(
            row => (new Facts { Caseload = Yes(row, 0), WorkItem = Yes(row, 1), OwnFamilyOrColleague = Yes(row, 3), BreakGlass = Yes(row, 4) }, Yes(row, 2)),
            StandingSql, record.Database.Provider, person, staff, today.AddDays(-DaysAfterEnd), today.AddDays(-DaysBack),
            today.AddDays(DaysAhead), now.Milliseconds, today, $"% {staff} %",
            now.Minus(Ladder.LongestHold).Milliseconds, RiskTakers.Takes(actor.Roles, onDuty: false) ? Cover.Nobody : staff))[0];
    }

    private static bool Yes(DbDataReader row, int column) =>
        Convert.ToInt64(row.GetValue(column), System.Globalization.CultureInfo.InvariantCulture) != 0;

    /// <summary>The policy, read again when half a minute has passed.</summary>
    private async Task<ServicePolicy> Policy(Moment now) =>
        (_policy is { } known && known.IsFresh(now) ? known : (_policy = new(now, ServicePolicy.On(London.DayOf(now), await record.Read(Streams.Policy))))).Value;

    private async Task<AtWork> AtWorkNow(Moment now) =>
        (_atWork is { } known && known.IsFresh(now) ? known : (_atWork = new(now, await AtWork.Now(record, randomness)))).Value;

    private sealed record Known<T>(Moment Read, T Value)
    {
        public bool IsFresh(Moment now) => now.Since(Read).Duration() < Fresh;
    }
}
