using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Pathways;
using Candour.Clinical.Pathways.Readings;

namespace Candour.CareRecord.Pathways;

/// <summary>
/// Turns the events of a referral and its person into the pure <see cref="Pathway"/> that every figure is computed from.
/// A pathway can be filled again and again; <see cref="Into"/> empties it first. What no event of these two histories holds is
/// listed, with the reason, in docs/reference/pathway-not-yet.md.
/// </summary>
public static class PathwayProjection
{
    /// <param name="asKnownOn">The day of knowledge; later events are not looked for, the history given is all there is.</param>
    public static Pathway Of(History referral, History person, DateOnly asKnownOn) => Into(new Pathway(), referral, person, asKnownOn);

    public static Pathway Into(Pathway pathway, History referral, History person, DateOnly asKnownOn)
    {
        pathway.Clear();
        var course = Course.Of(referral);
        FillReferral(pathway, referral, course);
        FillPerson(pathway, person, asKnownOn);
        var contacts = FillContacts(pathway, referral);
        PathwayEvents.Into(pathway, referral, contacts);
        PathwayScores.Into(pathway, referral, contacts);
        return pathway;
    }

    /// <summary>Contacts and scores alone: enough to say which score counts, and nothing of the person is needed.</summary>
    internal static Pathway OfScores(History referral)
    {
        var pathway = new Pathway();
        PathwayScores.Into(pathway, referral, FillContacts(pathway, referral));
        return pathway;
    }

    /// <summary>The day of the first treatment by the declared protocol; null before it.</summary>
    public static DateOnly? FirstTreatment(History referral, History person, DateOnly today) =>
        Waits.FirstTreatment(Of(referral, person, today), TreatmentRule.Protocol, today);

    private static void FillReferral(Pathway pathway, History referral, Course course)
    {
        if (referral.First<ReferralReceived>() is not { } received)
            return;
        var onset = referral.Last<OnsetGiven>();
        pathway.Referral = new()
        {
            Id = referral.Stream.Id,
            Provider = "",
            Commissioner = referral.Last<CommissionerGiven>()?.Commissioner ?? received.Commissioner,
            Received = received.ReceivedOn,
            GoesOnFrom = Standing.CountsFrom(referral) is var first && first < received.ReceivedOn ? first : null,
            Source = referral.Last<ReferralSourceGiven>()?.Source ?? received.Source,
            Onset = onset?.Month,
            PreviouslyDiagnosed = onset?.HadBefore,
            EndCode = course.EndCode,
            Discharged = course.EndedOn,
            EndDecided = course.DecidedBy?.At,
            NoticeSent = course is { NotTold: false, Notice: { } notice } ? London.StartOf(notice.Told) : null,
            Objected = course.Objection is not null,
        };
    }

    private static void FillPerson(Pathway pathway, History person, DateOnly asKnownOn)
    {
        var known = Person.Of(person);
        var equity = person.All<EquityAnswersGiven>().ToList();
        pathway.Person = new()
        {
            Id = person.Stream.Id,
            AsKnownOn = asKnownOn,
            BirthDate = known?.BirthDate,
            DeathDate = Death.On(person),
            NhsNumberStatus = person.Last<NhsNumberGiven>()?.Status,
            Gender = equity.LastOrDefault(e => e.Gender is not null)?.Gender,
            GenderIdentity = equity.LastOrDefault(e => e.GenderIdentity is not null)?.GenderIdentity,
            GenderSameAtBirth = equity.LastOrDefault(e => e.GenderSameAtBirth is not null)?.GenderSameAtBirth,
            EthnicCategory = equity.LastOrDefault(e => e.EthnicCategory is not null)?.EthnicCategory,
            ExArmedForces = equity.LastOrDefault(e => e.ArmedForces is not null)?.ArmedForces,
            PreferredLanguage = person.Last<PreferredLanguageGiven>()?.Language,
            EducationEstablishment = person.Last<StudyAnswerGiven>()?.Establishment,
            OverseasCharging = person.Last<ChargingCategoryRecorded>()?.Category,
            Practice = known?.Gp?.Practice,
        };
        foreach (var disability in equity.LastOrDefault(e => e.Disabilities is not null)?.Disabilities ?? [])
            pathway.Facts.Add(new(PersonFactKind.Disability, disability));
        FillWork(pathway, person);
        foreach (var x in person.All<PreviousDiagnosisRecorded>())
            pathway.Facts.Add(new(PersonFactKind.PreviousDiagnosis, x.Diagnosis, x.Scheme, x.DiagnosedOn));
        foreach (var x in person.All<CareClusterRecorded>())
            pathway.Facts.Add(new(PersonFactKind.CareCluster, x.Cluster, null, x.From, x.Until));
        foreach (var x in person.All<AccommodationRecorded>())
            pathway.Facts.Add(new(PersonFactKind.Accommodation, x.Accommodation, null, x.From ?? x.RecordedOn, x.Until, x.Settled));
    }

    /// <summary>A row for every answer about work; help with work stands on each, as it is known now.</summary>
    private static void FillWork(Pathway pathway, History person)
    {
        var (offered, ended) = (person.Last<EmploymentSupportOffered>(), person.Last<EmploymentSupportEnded>());
        foreach (var (envelope, work) in person.Recorded<WorkAnswersGiven>())
        {
            pathway.Employment.Add(new()
            {
                Day = work.RecordedOn,
                Status = work.EmploymentStatus,
                Hours = work.WeeklyHours,
                SelfEmployed = work.SelfEmployed,
                OffSick = work.OffSick,
                SickPay = work.StatutorySickPay,
                Benefit = work.Benefit,
                EmploymentAndSupportAllowance = work.EmploymentSupportAllowance,
                UniversalCredit = work.UniversalCredit,
                PersonalIndependencePayment = work.PersonalIndependencePayment,
                SupportSuitable = offered?.Suitable,
                SupportReferred = offered?.ReferredOn,
                SupportEnded = ended?.EndedOn,
                Row = envelope.Sequence,
            });
        }
    }

    /// <summary>The contacts, and where each stands in the pathway.</summary>
    private static Dictionary<string, int> FillContacts(Pathway pathway, History referral)
    {
        var all = Appointment.Of(referral);
        var index = new Dictionary<string, int>(all.Count);
        var row = 0;
        var late = LateOnes(referral);
        foreach (var a in all.Where(a => !a.IsNotKnownYet))
        {
            var type = TypeOf(a, referral);
            index[a.Id] = pathway.Contacts.Add(new()
            {
                Id = a.Id,
                Day = a.Day,
                Time = TimeOnly.FromDateTime(London.WallClock(a.Starts)),
                Type = type,
                TypeByRecord = a.Closed is { } closed && closed.ContactType != type ? closed.ContactType : null,
                Attendance = a.Attendance?.Code ?? CancelledAs(a),
                Planned = !a.IsUnplanned,
                ShortNoticeCancellation = a.Cancelled?.SlotCouldBeUsed,
                PlannedMinutes = a.PlannedMinutes,
                Minutes = a.Saved?.Minutes,
                Logged = a.Logged,
                Began = a.Attendance?.Started,
                Ended = a.Attendance?.Ended,
                Integrated = a.Booked.LongTermConditionService == "Y",
                Medium = a.Medium,
                Mode = a.Booked.Mode,
                GroupSession = a.Group,
                GroupParticipants = a.Attendance?.GroupParticipants,
                GroupFacilitators = a.Booked.GroupFacilitators,
                InternetProgramme = a.Booked.Programme,
                Medication = a.Saved?.PsychotropicMedication,
                LocationType = a.Booked.LocationType,
                Site = a.Booked.Site,
                Commissioner = pathway.Referral.Commissioner,
                Language = a.Booked.Language,
                Interpreter = a.Attendance?.InterpreterPresent,
                EnteredAt = a.Written?.At,
                WrittenBy = a.Written?.By.Actor,
                EnteredLate = late?.Contains(a.Id) == true,
                Trace = TraceOf(a),
                Row = row++,
            });
            if (a.Saved is { } saved)
            {
                pathway.Add(new Activity
                {
                    Id = saved.Activity,
                    Contact = index[a.Id],
                    StaffId = saved.Clinician,
                    Minutes = saved.Minutes,
                    Procedure = saved.Therapy,
                    Row = index[a.Id],
                });
            }
        }

        return index;
    }

    /// <summary>Contacts of which anything was entered late: marked for ever.</summary>
    private static HashSet<string>? LateOnes(History referral)
    {
        HashSet<string>? late = null;
        foreach (var mark in referral.All<AddedLate>())
        {
            if (mark.About.Split('/') is ["attendance" or "session", var contact])
                (late ??= []).Add(contact);
        }

        return late;
    }

    /// <summary>
    /// A closed contact's type stands; an open one's is worked out as things are now: until it is written up it is no treatment, whatever
    /// it was booked as. One that was not held, or not yet, is what it was booked for.
    /// </summary>
    private static string TypeOf(Appointment a, History referral) =>
        a.Type ?? (a.IsAttended ? ContactType.Of(a, referral).Code : a.Booked.Kind);

    private static string? CancelledAs(Appointment a) => a.Cancelled switch
    {
        null => null,
        { AskedBy: AskedBy.Person } => Clinical.Codes.Attendance.CancelledByPatient,
        _ => Clinical.Codes.Attendance.CancelledByService,
    };

    private static Trace TraceOf(Appointment a) => a.Attendance?.Trace switch
    {
        "VideoLog" => Trace.Video,
        "PhoneLog" => Trace.Telephone,
        "PageVisit" => Trace.Portal,
        "Signature" => Trace.Signature,
        "TwoPeople" => Trace.TwoPeople,
        _ => a.IsAttended ? Trace.None : Trace.NotKnown,
    };
}
