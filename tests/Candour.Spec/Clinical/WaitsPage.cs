using Candour.Clinical.Codes;
using Candour.Clinical.Pathways;
using Candour.Clinical.Pathways.Readings;
using Candour.Clinical.Tests.Pathways;

namespace Candour.Spec.Clinical;

/// <summary>docs/reference/waits.md: when assessment and treatment begin, by both rules.</summary>
public sealed class WaitsPage
{
    private static readonly DateOnly Received = new(2026, 3, 1);
    private static readonly DateOnly Today = new(2026, 12, 31);

    [Fact]
    public void Waits_are_as_the_page_says() => Page.Check("reference/waits.md", "Waits and the start of treatment", page => page
        .Text("""
            Every clock starts on the day the referral was received; nothing pauses it. Where the person was here before and the wait goes on, it
            starts on the first day of the earlier referral, but for the official figure, which knows one referral alone. Two figures are kept for
            everything. By the official rule
            treatment starts at the first contact that was seen and is typed as treatment (or an internet log). By the protocol it starts at the
            first attended session with treatment in it, on or after the person signed to that treatment, and not after they took that back; or with
            an internet log with staff time on it while a plan is signed.
            Signposting, employment support and assessment never start it. A type that two people said afterwards moves the official figure
            alone: "said 01" is such a type, over the one the evidence gives.
            """)
        .Heading("Where treatment starts")
        .Text("""
            Each case is a referral of 1 March 2026. A contact is written day, appointment type, attendance, what was done. gsh is guided self-help,
            cbt, emdr, work is employment support, sign is signposting; a dot is nothing. "signed 20 gsh" is a signature to guided self-help on
            20 March at 10am; sessions are at 2pm for 45 minutes.
            """)
        .Cases("""
            | case | what happened | → assessed after | → official start after | → protocol start after |
            | assessment only | 12 01 5 . | 11 | | |
            | assessment typed as treatment | 12 03 5 . | 11 | 11 | |
            | the same, signed but with nothing in it | 12 03 5 .; signed 10 gsh | 11 | 11 | |
            | signed on the day, treatment in it | 12 03 5 gsh; signed 12 gsh | 11 | 11 | 11 |
            | signed in the session | 12 03 5 gsh; signed 12 gsh 14:40 | 11 | 11 | 11 |
            | signed in the evening after it | 12 03 5 gsh; 19 02 5 gsh; signed 12 gsh 18:00 | 11 | 11 | 18 |
            | treated before the signature | 12 02 5 gsh; 26 02 5 gsh; signed 20 gsh | | 11 | 25 |
            | signed to something else | 12 02 5 gsh; 26 02 5 cbt; signed 10 cbt | | 11 | 25 |
            | signed, and taken back before | 12 02 5 gsh; signed 10 gsh; back 11 | | 11 | |
            | signed, and taken back after | 12 02 5 gsh; signed 10 gsh; back 13 | | 11 | 11 |
            | treatment, said to be assessment | 12 02 5 gsh; signed 10 gsh; said 01 | 11 | | 11 |
            | assessment, said to be treatment | 12 01 5 gsh; signed 10 gsh; said 02 | | 11 | |
            | closed on 29 January, referred again | 12 03 5 gsh; signed 12 gsh; goes on from 1 January | 70 | 11 | 70 |
            | did not come, then came | 12 02 3 gsh; 26 02 5 gsh; signed 10 gsh | | 25 | 25 |
            | came late and was seen | 12 02 6 gsh; signed 10 gsh | | 11 | 11 |
            | came too late to be seen | 12 02 7 gsh; signed 10 gsh | | | |
            | unplanned, attendance blank | 12 02 unplanned gsh; signed 10 gsh | | 11 | |
            | employment support typed as treatment | 12 02 5 work; signed 10 gsh | | | |
            | signposting typed as treatment | 12 02 5 sign; signed 10 gsh | | 11 | |
            | follow-up | 12 06 5 gsh; signed 10 gsh | | | |
            | review and treatment | 12 05 5 gsh; signed 10 gsh | | 11 | 11 |
            | internet course, unsigned | log 12 | | 11 | |
            | internet course, signed | log 12; signed 10 gsh | | 11 | 11 |
            | internet course, taken back before | log 12; signed 10 gsh; back 11 | | 11 | |
            """, row =>
        {
            var pathway = Read(row["what happened"]);
            return
            [
                $"{Waits.ToAssessment(pathway, Today)}",
                $"{Waits.ToTreatment(pathway, TreatmentRule.Official, Today)}",
                $"{Waits.ToTreatment(pathway, TreatmentRule.Protocol, Today)}",
            ];
        })
        .Heading("The edges that are published")
        .Cases("""
            | referred   | first treatment | → days | → within 6 weeks | → within 18 weeks |
            | 2026-03-01 | 2026-03-01      | 0      | yes              | yes               |
            | 2026-03-01 | 2026-04-12      | 42     | yes              | yes               |
            | 2026-03-01 | 2026-04-13      | 43     | no               | yes               |
            | 2028-02-28 | 2028-03-01      | 2      | yes              | yes               |
            | 2026-03-01 | 2026-07-05      | 126    | no               | yes               |
            | 2026-03-01 | 2026-07-06      | 127    | no               | no                |
            """, row =>
        {
            Pathway pathway = APathway.Referred(row.Day("referred")).Seen(row.Day("first treatment"), AppointmentType.Treatment, APathway.Cbt);
            var days = Waits.ToTreatment(pathway, TreatmentRule.Official, new(2028, 12, 31))!.Value;
            return [$"{days}", days <= 42 ? "yes" : "no", days <= 126 ? "yes" : "no"];
        })
        .Heading("The second wait, and the end of the course")
        .Text("Finished is official: discharged, with two sessions or more between referral and discharge.")
        .Cases("""
            | case | what happened | → first to second | → sessions | → finished |
            | one session | 12 02 5 gsh; ended 31 | | 1 | no |
            | two sessions | 12 02 5 gsh; 26 02 5 gsh; ended 31 | 14 | 2 | yes |
            | two on one day | 12 02 5 gsh; 12 02 5 gsh; ended 31 | 0 | 2 | yes |
            | still open | 12 02 5 gsh; 26 02 5 gsh | 14 | 2 | no |
            | the second missed | 12 02 5 gsh; 26 02 3 gsh; ended 31 | | 1 | no |
            | the second unplanned, attendance blank | 12 02 5 gsh; 26 02 unplanned gsh; ended 31 | 14 | 2 | yes |
            | the second is employment support | 12 02 5 gsh; 26 02 5 work; ended 31 | | 1 | no |
            | the second after discharge | 12 02 5 gsh; 26 02 5 gsh; ended 20 | | 1 | no |
            | on the day of discharge | 12 02 5 gsh; 20 02 5 gsh; ended 20 | 8 | 2 | yes |
            | two internet logs | log 12; log 19; ended 31 | 7 | 2 | yes |
            | a log between two contacts | 12 02 5 gsh; 26 02 5 gsh; log 19; ended 31 | 7 | 3 | yes |
            """, row =>
        {
            var pathway = Read(row["what happened"]);
            return
            [
                $"{Waits.FirstToSecond(pathway, TreatmentRule.Official, Today)}",
                $"{OfficialSessions.Find(pathway, Today)}",
                CourseOfCare.IsFinished(pathway, Today) ? "yes" : "no",
            ];
        })
        .Heading("What attendance codes mean")
        .Table(
            ["Code", "Official label", "In plain words", "Attended", "Seen when planned", "Seen when not planned"],
            CodeList.Find("attendance").Codes.Select(c => new[]
            {
                c.Code, c.Label, Attendance.InWords(c.Code), YesNo(Attendance.IsAttended(c.Code)), YesNo(Attendance.IsSeen(c.Code, true)), YesNo(Attendance.IsSeen(c.Code, false)),
            })));

    private static string YesNo(bool value) => value ? "yes" : "no";

    /// <summary>"12 02 5 gsh; signed 10 gsh; log 19; ended 31": days of March 2026.</summary>
    private static Pathway Read(string story)
    {
        var pathway = APathway.Referred(Received);
        foreach (var step in story.Split("; "))
        {
            _ = step.Split(' ') switch
            {
                ["signed", var day, var therapy] => pathway.Signed(March(day), Code(therapy)[0], 8),
                ["signed", var day, var therapy, var time] => pathway.Signed(
                    March(day), Code(therapy)[0], 8, TimeOnly.ParseExact(time, "HH:mm", System.Globalization.CultureInfo.InvariantCulture)),
                ["goes", "on", "from", var day, "January"] => pathway.GoesOnFrom(new(2026, 1, int.Parse(day, System.Globalization.CultureInfo.InvariantCulture))),
                ["back", var day] => pathway.TakenBack(March(day)),
                ["said", var type] => pathway.Said(type),
                ["log", var day] => pathway.Log(March(day), March(day)),
                ["ended", var day] => pathway.Discharged(March(day)),
                [var day, var type, "unplanned", var done] => pathway.With(March(day), type, null, false, Code(done)),
                [var day, var type, var attendance, var done] => pathway.With(March(day), type, attendance, true, Code(done)),
                _ => throw new FormatException(step),
            };
        }

        return pathway;
    }

    private static DateOnly March(string day) => new(2026, 3, int.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    private static string[] Code(string word) => word switch
    {
        "gsh" => [APathway.GuidedSelfHelp],
        "cbt" => [APathway.Cbt],
        "emdr" => [APathway.Emdr],
        "work" => [APathway.EmploymentSupport],
        "sign" => [APathway.Signposting],
        _ => [],
    };
}
