using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Access.Store;

/// <summary>
/// Why somebody opened a record, worked out from the work that was theirs at that moment, in words the patient reads: the
/// appointment of that day, an open task, that the person is in their care, the list of the front desk the person is on.
/// </summary>
public sealed class WhyLooked(TheRecord record)
{
    // One round trip, as the standing of the gate is read.
    private const string WorkSql =
        """
        select
          (select min(starts) from appointment_list where provider=@p0 and person=@p1 and clinician=@p2 and state<>'Cancelled' and day=@p3),
          case when exists (select 1 from risk_task_list where provider=@p0 and person=@p1 and is_open and (owner=@p2 or held_by=@p2)) then 1 else 0 end,
          case when exists (select 1 from people_list where provider=@p0 and person=@p1 and clinician=@p2 and is_open) then 1 else 0 end,
          case when exists (select 1 from inbox_list where provider=@p0 and person=@p1) then 1 else 0 end,
          case when exists (select 1 from reach_list where provider=@p0 and person=@p1) then 1 else 0 end,
          case when exists (select 1 from call_list where provider=@p0 and person=@p1) then 1 else 0 end,
          case when exists (select 1 from letter_list where provider=@p0 and person=@p1 and owner is null) then 1 else 0 end,
          case when exists (select 1 from people_list where provider=@p0 and person=@p1 and is_open and next_booked is null) then 1 else 0 end,
          case when exists (select 1 from risk_task_list where provider=@p0 and person=@p1 and is_open and owner=@p4) then 1 else 0 end
        """;

    private static readonly string[] Desk =
        ["front desk: a new referral", "front desk: trying to reach you", "front desk: a call to you", "front desk: a letter to you", "front desk: an appointment to book"];

    /// <param name="look">What the gate let through.</param>
    /// <param name="part">The page's own work, where nothing nearer is found.</param>
    public async Task<string> Of(string person, Actor actor, Answer.Yes look, string part)
    {
        if (look.Scope == "break-glass")
            return (await record.Read(Streams.Person(person))).All<BreakGlassOpened>().LastOrDefault(o => o.Staff == actor.Id)?.Why ?? "";
        var desk = look.Role == Roles.Administrator;
        var work = (await record.Database.Statements.Rows(
            row => (Starts: row.IsDBNull(0) ? (Moment?)null : new Moment(row.GetInt64(0)), Is: Enumerable.Range(1, 8).Select(i => Convert.ToInt64(row.GetValue(i), System.Globalization.CultureInfo.InvariantCulture) != 0).ToArray()),
            WorkSql, record.Database.Provider, person, actor.Id, London.Today(record.Clock), Cover.Nobody))[0];
        return work switch
        {
            { Starts: { } starts } => $"your appointment at {Words.Time(starts)} that day",
            { Is: [true, ..] } => "a task about your care that was theirs to do",
            { Is: [_, true, ..] } => "you are in their care",
            _ when desk && Array.IndexOf(work.Is, true, 2, Desk.Length) is >= 2 and var list => Desk[list - 2],
            { Is: [.., true] } when look.Scope is "caseload-or-duty" or "caseload" => "a task about your care that nobody had yet",
            _ => look.Scope switch
            {
                "supervisees" or "supervisees-or-caseload" => "supervision of the person who treats you",
                "caseload-or-duty" or "caseload" => "they were on duty, or your care was passed to them",
                // Of a case file nothing is said here: whoever makes the person show this page would learn of it (H23).
                _ => $"{(desk ? "front desk" : "their work here")}: {part}",
            },
        };
    }
}
