using Candour.CareRecord.Appointments.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Messages.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires.Store;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Treatment.Store;
using Candour.Clinical;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;

namespace Candour.CareRecord.Access.Store;

/// <summary>Whose record something belongs to.</summary>
/// <param name="Thing">What was asked for, as "questionnaire/7K…".</param>
public sealed record Whom(string? Person, string? Referral, string? Staff, string Thing);

/// <summary>How somebody stands to a record, from the lists.</summary>
public sealed class CaseFacts(TheRecord record)
{
    /// <summary>Whose record an id is about; null when there is no such record.</summary>
    /// <param name="about">Person, Referral, Appointment, RiskTask, Questionnaire, Message or Myself.</param>
    /// <param name="myself">Person or staff id of the one who asks.</param>
    public async Task<Whom?> Whom(string about, string id, string? myself) => about switch
    {
        "Myself" => myself is null ? null : new Whom(myself, null, myself, $"person/{myself}"),
        "Person" => await Exists(Streams.Person(id)) ? new Whom(id, null, null, $"person/{id}") : null,
        "Questionnaire" => await OfQuestionnaire(id),
        "RiskTask" => await OfRiskTask(id),
        "Message" => Ids.IsOne(id) && MessageState.WhoseOf(await record.Read(Streams.Message(id))) is { Person: { } person } whose
            ? new Whom(person, whose.Referral, null, $"message/{id}")
            : null,
        "Referral" => Ids.IsOne(id) && await FindReferrals.One(record, id) is { } referral
            ? new Whom(referral.Person, id, null, $"referral/{id}")
            : null,
        "Appointment" => await OfAppointment(id),
        _ => null,
    };

    public async Task<Facts> Of(Actor actor, PatientSession? patient, Whom? whom) => whom is null
        ? Facts.None
        : patient is not null
            ? new Facts
            {
                Self = whom.Person == patient.Person && (patient.Strength == PatientStrength.Read || patient.Target == whom.Thing),
            }
            : new Facts
            {
                Self = whom.Staff == actor.Id,
                Unit = true,
                Caseload = whom.Person is { } person && await IsOnCaseload(actor.Id, person, whom.Referral),
                Duty = await IsOnDuty(actor.Id),
                WorkItem = whom.Person is { } worked && await IsWorkItem(worked, whom.Referral),
            };

    private async Task<Whom?> OfQuestionnaire(string id)
    {
        await using var lists = record.Lists();
        return Ids.IsOne(id) && await QuestionnaireList.Find(lists, id) is { } form
            ? new Whom(form.Person, form.Referral, null, $"questionnaire/{id}")
            : null;
    }

    private async Task<Whom?> OfRiskTask(string id)
    {
        await using var lists = record.Lists();
        return Ids.IsOne(id) && await RiskTaskList.Find(lists, id) is { } task
            ? new Whom(task.Person, task.Referral, null, $"risk/{id}")
            : null;
    }

    private async Task<Whom?> OfAppointment(string id)
    {
        await using var lists = record.Lists();
        return Ids.IsOne(id) && await lists.AppointmentById(id) is { } there
            ? new Whom(there.Person, there.Referral, null, $"appointment/{id}")
            : null;
    }

    /// <summary>An open allocation, an appointment from 30 days ago to 14 days ahead, or an open risk task that is theirs or that they hold.</summary>
    private async Task<bool> IsOnCaseload(string staff, string person, string? referral)
    {
        await using var lists = record.Lists();
        var today = London.Today(record.Clock);
        if (referral is not null && await lists.IsOnCaseload(staff, referral, today))
            return true;
        if (await RiskTaskList.OfPerson(lists, person) is { } task && (task.Owner == staff || task.HeldBy == staff))
            return true;
        // A clinician was asked to look at a referral in the inbox: whoever is on duty.
        if (referral is not null && await FindReferrals.AwaitsClinician(record, referral) && await IsOnDuty(staff))
            return true;
        if (referral is not null)
            return false;
        foreach (var care in await lists.ReferralsOf(person))
        {
            if (await lists.IsOnCaseload(staff, care.Referral, today))
                return true;
        }

        return false;
    }

    /// <summary>In the inbox or being reached now, or one of a pair that may be the same person.</summary>
    private async Task<bool> IsWorkItem(string person, string? referral) =>
        (await FindReferrals.OfPerson(record, person)).Any(r => (referral is null || r.Referral == referral) && r.Stage is Stage.Inbox or Stage.Reaching)
        || (await FindReferrals.Pairs(record, person)).Count > 0
        || await FindMessages.HasWork(record, person);

    private async Task<bool> IsOnDuty(string staff)
    {
        var now = Moment.Now(record.Clock);
        return ServicePolicy.On(London.DayOf(now), await record.Read(Streams.Policy)).Duty(now) == staff;
    }

    private async Task<bool> Exists(StreamId stream) => Ids.IsOne(stream.Id) && (await record.Read(stream)).Exists;
}
