using Candour.CareRecord;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;

namespace Candour.Crash;

/// <summary>Looks in the record for everything that a crash may have lost, doubled or left half done.</summary>
internal static class Findings
{
    /// <summary>Every way in which the record and what the browsers were told differ; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> Of(TheRecord record, IEnumerable<Form> forms, Ledger ledger)
    {
        var wrong = new List<string>();
        var acknowledged = ledger.Acknowledged.ToLookup(p => p.Form.Id);
        var unanswered = ledger.Unanswered.ToLookup(p => p.Form.Id);
        foreach (var form in forms)
            wrong.AddRange((await Of(record, form, [.. acknowledged[form.Id]], [.. unanswered[form.Id]])).Select(w => $"{form.Id}: {w}"));
        wrong.AddRange(await Index(record));
        return wrong;
    }

    private static async Task<List<string>> Of(TheRecord record, Form form, List<Posted> told, List<Posted> open)
    {
        var wrong = new List<string>();
        var history = await record.Read(Streams.Questionnaire(form.Id));
        var questionnaire = Questionnaire.Of(history)!;
        for (var question = 1; question <= Form.Questions; question++)
        {
            var stored = questionnaire.AllOf(questionnaire.Items[question - 1]).Select(g => g.Event.Value).ToList();
            var wanted = told.Where(p => p.Question == question).Select(p => (int?)p.Value).Distinct().ToList();
            if (wanted.Count == 1 && !stored.SequenceEqual(wanted))
                wrong.Add($"question {question} was acknowledged with {wanted[0]}; the record holds [{string.Join(", ", stored)}]");
            if (wanted.Count == 0 && (stored.Count > 1 || (stored.Count == 1 && !open.Exists(p => p.Question == question))))
                wrong.Add($"question {question} was not acknowledged; the record holds [{string.Join(", ", stored)}]");
        }

        var sent = history.All<QuestionnaireSubmitted>().Count();
        var scores = (await record.Read(Streams.Referral(form.Referral))).All<ScoresRecorded>().Count();
        if (sent > 1 || scores != sent || (sent == 0 && told.Exists(p => p.IsSending)))
            wrong.Add($"sent {sent} times, its scores recorded {scores} times, acknowledged {told.Count(p => p.IsSending)} times");

        var worry = history.All<AnswerGiven>().Count(a => a is { Instrument: "PHQ9", Item: 9, Value: > 0 });
        var person = await record.Read(Streams.Person(form.Person));
        if (person.All<RiskDisclosed>().Count() != worry || person.All<RiskTaskOpened>().Count() != worry)
            wrong.Add($"{worry} worrying answers, {person.All<RiskDisclosed>().Count()} told, {person.All<RiskTaskOpened>().Count()} tasks");
        return wrong;
    }

    /// <summary>Streams without gaps, no event at two places, no leaf without its place, no message handed over twice.</summary>
    private static async Task<List<string>> Index(TheRecord record)
    {
        var wrong = new List<string>();
        await using var connection = await record.Database.Open();
        foreach (var (what, sql) in new[]
        {
            ("streams with gaps", "select count(*) from (select stream from event_index group by stream having count(*) <> max(sequence) or min(sequence) <> 1) as s"),
            ("places held twice", "select count(*) from (select stream from event_index group by stream, sequence having count(*) > 1) as s"),
            ("leaves without a place", "select count(*) from leaf l where not exists (select 1 from event_index e where e.provider = l.provider and e.leaf = l.id)"),
            ("places without a leaf", "select count(*) from event_index e where not exists (select 1 from leaf l where l.provider = e.provider and l.id = e.leaf)"),
            ("leaves without parts", "select count(*) from leaf l where not exists (select 1 from part p where p.provider = l.provider and p.leaf = l.id)"),
            ("messages handed over twice", $"select count(*) from (select stream from event_index where type = '{nameof(MessageHandedOver)}' group by stream having count(*) > 1) as s"),
            ("messages queued twice", $"select count(*) from (select stream from event_index where type = '{nameof(MessageQueued)}' group by stream having count(*) > 1) as s"),
            ("numbers that jump", "select count(*) from position p where p.position > 1 and not exists (select 1 from position b where b.provider = p.provider and b.position = p.position - 1)"),
        })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            if (Convert.ToInt64(await command.ExecuteScalarAsync()) is > 0 and var count)
                wrong.Add($"{count} {what}");
        }

        return wrong;
    }
}
