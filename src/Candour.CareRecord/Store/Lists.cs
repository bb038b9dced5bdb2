using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Complaints.Store;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.OptIn.Store;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Questionnaires.Store;
using Candour.CareRecord.Safeguarding.Store;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Treatment;
using Candour.CareRecord.Waiting;

namespace Candour.CareRecord.Store;

/// <summary>Every list of the record. A new list is one line here and its row and rule beside its feature.</summary>
public static class Lists
{
    public static IReadOnlyList<ListTable> All { get; } =
    [
        new ListTable<AppointmentRow>("appointment_list", "referral", AppointmentRow.RowsOf),
        new ListTable<DiaryRow>("diary", "referral", DiaryRow.RowsOf),
        new ListTable<NoteDraftRow>("note_draft_list", "note-draft", NoteDraftRow.RowsOf),
        new ListTable<PeopleRow>("people_list", "referral", PeopleRow.RowsOf),
        new ListTable<StaffRow>("staff_list", "staff", StaffRow.RowsOf),
        new ListTable<WaitingRow>("waiting_list", "referral", WaitingRow.RowsOf),
        new ListTable<SignatureRow>("signature_list", "referral", SignatureRow.RowsOf),
        new ListTable<LetterRow>("letter_list", "referral", LetterRow.RowsOf),
        new ListTable<LinkRow>("link_list", "link", LinkRow.RowsOf),
        new ListTable<LinkCodeRow>("link_code_list", "link", LinkCodeRow.RowsOf),
        new ListTable<OutboxRow>("outbox_list", "message", OutboxRow.RowsOf),
        new ListTable<CallRow>("call_list", "message", CallRow.RowsOf),
        new ListTable<PersonRow>("person_list", "person", PersonRow.RowsOf),
        new ListTable<AskedRow>("asked_list", "person", AskedRow.RowsOf),
        new ListTable<ReferralRow>("referral_list", "referral", ReferralRow.RowsOf),
        new ListTable<InboxRow>("inbox_list", "referral", InboxRow.RowsOf),
        new ListTable<ReachRow>("reach_list", "referral", ReachRow.RowsOf),
        new ListTable<PairRow>("pair_list", "pair", PairRow.RowsOf),
        new ListTable<QuestionnaireRow>("questionnaire_list", "questionnaire", QuestionnaireRow.RowsOf),
        new ListTable<RiskTaskRow>("risk_task_list", "person", RiskTaskRow.RowsOf),
        new ListTable<SafeguardingRow>("safeguarding_list", "safeguarding", SafeguardingRow.RowsOf),
        new ListTable<ComplaintRow>("complaint_list", "complaint", ComplaintRow.RowsOf),
        new ListTable<BreakGlassRow>("break_glass_list", "person", BreakGlassRow.RowsOf),
        new ListTable<RelationRow>("relation_list", "person", RelationRow.RowsOf),
    ];

    private static readonly ILookup<string, ListTable> ByKind =
        All.Select(t => (Kind: t.StreamKind, Table: t)).Append((Kind: "group", Table: All.First(t => t.Row == typeof(DiaryRow))))
            .ToLookup(t => t.Kind, t => t.Table);

    public static IEnumerable<ListTable> Of(string streamKind) => ByKind[streamKind];

    /// <summary>What changes in the lists when a stream's history grows.</summary>
    internal static IEnumerable<RowChange> Changes(History before, History after) => Difference(RowsOf(before), RowsOf(after));

    /// <summary>Every row that a stream's history makes, by list.</summary>
    internal static IReadOnlyDictionary<ListTable, List<object>> RowsOf(History history) =>
        Of(history.Stream.Kind).ToDictionary(table => table, table => table.RowsOf(history).ToList());

    internal static IEnumerable<RowChange> Difference(
        IReadOnlyDictionary<ListTable, List<object>> before, IReadOnlyDictionary<ListTable, List<object>> after)
    {
        foreach (var (table, rows) in after)
        {
            var old = before[table].ToDictionary(table.KeyOf);
            foreach (var row in rows)
            {
                if (!old.Remove(table.KeyOf(row), out var was) || !was.Equals(row))
                    yield return new(table, row, Remove: false);
            }

            foreach (var gone in old.Values)
                yield return new(table, gone, Remove: true);
        }
    }
}
