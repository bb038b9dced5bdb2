using Candour.CareRecord.Appointments;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Questionnaires.Store;
using Candour.CareRecord.Safeguards.Store;
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
        model.Entity<DiaryRow>().HasIndex("Provider", nameof(DiaryRow.Clinician), nameof(DiaryRow.Square));
        model.Entity<LinkRow>().HasIndex("Provider", nameof(LinkRow.Person), nameof(LinkRow.Purpose), nameof(LinkRow.Target));
        model.Entity<LinkRow>().HasIndex("Provider", nameof(LinkRow.Purpose), nameof(LinkRow.Target), nameof(LinkRow.State));
        model.Entity<LinkRow>().HasIndex("Provider", nameof(LinkRow.State), nameof(LinkRow.Since));
        model.Entity<LinkCodeRow>().HasIndex("Provider", nameof(LinkCodeRow.Person), nameof(LinkCodeRow.Sent));
        model.Entity<OutboxRow>().HasIndex("Provider", nameof(OutboxRow.Stage), nameof(OutboxRow.Due));
        model.Entity<OutboxRow>().HasIndex("Provider", nameof(OutboxRow.Stage), nameof(OutboxRow.Since));
        model.Entity<OutboxRow>().HasIndex("Provider", nameof(OutboxRow.Person), nameof(OutboxRow.Stage));
        model.Entity<CallRow>().HasIndex("Provider", nameof(CallRow.Since));
        model.Entity<QuestionnaireRow>().HasIndex(Provider, nameof(QuestionnaireRow.Referral));
        model.Entity<QuestionnaireRow>().HasIndex(Provider, nameof(QuestionnaireRow.Person));
        model.Entity<QuestionnaireRow>().HasIndex(Provider, nameof(QuestionnaireRow.Appointment));
        model.Entity<QuestionnaireRow>().HasIndex(Provider, nameof(QuestionnaireRow.CopyOwed));
        model.Entity<RiskTaskRow>().HasIndex(Provider, nameof(RiskTaskRow.IsOpen), nameof(RiskTaskRow.Due));
        model.Entity<RiskTaskRow>().HasIndex(Provider, nameof(RiskTaskRow.Person));
    }
}
