using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Complaints.Store;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.OptIn.Store;
using Candour.CareRecord.Questionnaires.Store;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguarding.Store;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Treatment;
using Candour.CareRecord.Waiting;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Store;

/// <summary>The indexes lists are searched and sorted by, in one place. The provider always comes first.</summary>
internal static class Indexes
{
    private const string Provider = nameof(CareRecordContext.Provider);

    public static void AddTo(ModelBuilder model)
    {
        model.Entity<AppointmentRow>().HasIndex("Provider", nameof(AppointmentRow.Clinician), nameof(AppointmentRow.Day));
        model.Entity<AppointmentRow>().HasIndex("Provider", nameof(AppointmentRow.Day));
        model.Entity<AppointmentRow>().HasIndex("Provider", nameof(AppointmentRow.Person));
        model.Entity<AppointmentRow>().HasIndex("Provider", nameof(AppointmentRow.Clinician), nameof(AppointmentRow.Closed), nameof(AppointmentRow.State));
        model.Entity<DiaryRow>().HasIndex("Provider", nameof(DiaryRow.Taken), nameof(DiaryRow.Square)).IsUnique();
        model.Entity<PeopleRow>().HasIndex("Provider", nameof(PeopleRow.Clinician), nameof(PeopleRow.IsOpen), nameof(PeopleRow.NextDue));
        model.Entity<PeopleRow>().HasIndex("Provider", nameof(PeopleRow.Person));
        model.Entity<PeopleRow>().HasIndex("Provider", nameof(PeopleRow.IsOpen), nameof(PeopleRow.NextDue));
        model.Entity<PeopleRow>().HasIndex("Provider", nameof(PeopleRow.IsOpen), nameof(PeopleRow.EndsOn));
        model.Entity<PeopleRow>().HasIndex("Provider", nameof(PeopleRow.IsOpen), nameof(PeopleRow.LastHeard));
        model.Entity<PeopleRow>().HasIndex("Provider", nameof(PeopleRow.Week12));
        model.Entity<PeopleRow>().HasIndex("Provider", nameof(PeopleRow.Week26));
        model.Entity<PeopleRow>().HasIndex("Provider", nameof(PeopleRow.EndedOn));
        model.Entity<SignatureRow>().HasIndex("Provider", nameof(SignatureRow.SignedOn));
        model.Entity<LetterRow>().HasIndex("Provider", nameof(LetterRow.Owner), nameof(LetterRow.Since));
        model.Entity<LetterRow>().HasIndex("Provider", nameof(LetterRow.Person));
        model.Entity<NoteDraftRow>().HasIndex("Provider", nameof(NoteDraftRow.Author), nameof(NoteDraftRow.Appointment));
        model.Entity<DiaryRow>().HasIndex("Provider", nameof(DiaryRow.Clinician), nameof(DiaryRow.Square));
        model.Entity<StaffRow>().HasIndex(Provider, nameof(StaffRow.Name));
        model.Entity<WaitingRow>().HasIndex(Provider, nameof(WaitingRow.IsWaiting), nameof(WaitingRow.Step), nameof(WaitingRow.CountsFrom), nameof(WaitingRow.Stay));
        model.Entity<WaitingRow>().HasIndex(Provider, nameof(WaitingRow.IsWaiting), nameof(WaitingRow.CountsFrom), nameof(WaitingRow.Stay));
        model.Entity<WaitingRow>().HasIndex(Provider, nameof(WaitingRow.IsWaiting), nameof(WaitingRow.Step), nameof(WaitingRow.Therapy), nameof(WaitingRow.CountsFrom));
        model.Entity<WaitingRow>().HasIndex(Provider, nameof(WaitingRow.IsWaiting), nameof(WaitingRow.LastHeard));
        model.Entity<WaitingRow>().HasIndex(Provider, nameof(WaitingRow.LeftOn), nameof(WaitingRow.Step));
        model.Entity<WaitingRow>().HasIndex(Provider, nameof(WaitingRow.PutOn), nameof(WaitingRow.Step));
        model.Entity<WaitingRow>().HasIndex(Provider, nameof(WaitingRow.Referral));
        model.Entity<LinkRow>().HasIndex("Provider", nameof(LinkRow.Person), nameof(LinkRow.Purpose), nameof(LinkRow.Target));
        model.Entity<LinkRow>().HasIndex("Provider", nameof(LinkRow.Purpose), nameof(LinkRow.Target), nameof(LinkRow.State));
        model.Entity<LinkRow>().HasIndex("Provider", nameof(LinkRow.State), nameof(LinkRow.Since));
        model.Entity<LinkCodeRow>().HasIndex("Provider", nameof(LinkCodeRow.Person), nameof(LinkCodeRow.Sent));
        model.Entity<OutboxRow>().HasIndex("Provider", nameof(OutboxRow.Stage), nameof(OutboxRow.Due));
        model.Entity<OutboxRow>().HasIndex("Provider", nameof(OutboxRow.Stage), nameof(OutboxRow.Since));
        model.Entity<OutboxRow>().HasIndex("Provider", nameof(OutboxRow.Person), nameof(OutboxRow.Stage));
        model.Entity<OutboxRow>().HasIndex("Provider", nameof(OutboxRow.Target), nameof(OutboxRow.Stage));
        model.Entity<CallRow>().HasIndex("Provider", nameof(CallRow.Since));
        model.Entity<QuestionnaireRow>().HasIndex(Provider, nameof(QuestionnaireRow.Referral));
        model.Entity<QuestionnaireRow>().HasIndex(Provider, nameof(QuestionnaireRow.Person));
        model.Entity<QuestionnaireRow>().HasIndex(Provider, nameof(QuestionnaireRow.Appointment));
        model.Entity<QuestionnaireRow>().HasIndex(Provider, nameof(QuestionnaireRow.CopyOwed));
        model.Entity<RiskTaskRow>().HasIndex(Provider, nameof(RiskTaskRow.IsOpen), nameof(RiskTaskRow.Due));
        model.Entity<RiskTaskRow>().HasIndex(Provider, nameof(RiskTaskRow.Person));
        model.Entity<SafeguardingRow>().HasIndex(Provider, nameof(SafeguardingRow.IsOpen), nameof(SafeguardingRow.Due));
        model.Entity<SafeguardingRow>().HasIndex(Provider, nameof(SafeguardingRow.Person));
        model.Entity<ComplaintRow>().HasIndex(Provider, nameof(ComplaintRow.IsOpen), nameof(ComplaintRow.Made));
        model.Entity<ComplaintRow>().HasIndex(Provider, nameof(ComplaintRow.Person));
        model.Entity<BreakGlassRow>().HasIndex("Provider", nameof(BreakGlassRow.Person), nameof(BreakGlassRow.Staff));
        model.Entity<BreakGlassRow>().HasIndex("Provider", nameof(BreakGlassRow.Reviewed), nameof(BreakGlassRow.ReviewBy));
        model.Entity<CallRow>().HasIndex("Provider", nameof(CallRow.Person));
        model.Entity<ReachRow>().HasIndex("Provider", nameof(ReachRow.Person));
        model.Entity<PersonRow>().HasIndex("Provider", nameof(PersonRow.BirthDate));
        model.Entity<PersonRow>().HasIndex("Provider", nameof(PersonRow.NhsNumber));
        model.Entity<PersonRow>().HasIndex("Provider", nameof(PersonRow.LastKey), nameof(PersonRow.FirstKey));
        model.Entity<PersonRow>().HasIndex("Provider", nameof(PersonRow.FirstKey));
        model.Entity<ReferralRow>().HasIndex("Provider", nameof(ReferralRow.Person));
        model.Entity<ReferralRow>().HasIndex("Provider", nameof(ReferralRow.ReferenceDigits));
        model.Entity<InboxRow>().HasIndex("Provider", nameof(InboxRow.SaidDanger), nameof(InboxRow.Came));
        model.Entity<InboxRow>().HasIndex("Provider", nameof(InboxRow.Person));
        model.Entity<ReachRow>().HasIndex("Provider", nameof(ReachRow.CountsFrom));
        model.Entity<PairRow>().HasIndex("Provider", nameof(PairRow.PersonA));
        model.Entity<PairRow>().HasIndex("Provider", nameof(PairRow.PersonB));
    }
}
