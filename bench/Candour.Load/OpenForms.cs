using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.Load;

/// <summary>Questionnaires of 16 questions put before invented people, each with the session that its link opened.</summary>
internal static class OpenForms
{
    /// <summary>A line for each: "id session".</summary>
    public static async Task<IReadOnlyList<string>> Prepare(TheRecord record, int count)
    {
        var randomness = new SeededRandomness(7);
        var sessions = new WebSessions(record, randomness);
        var ids = Enumerable.Range(0, count).Select(_ => (Form: Ids.New(randomness), Person: Ids.New(randomness), Referral: Ids.New(randomness))).ToList();
        await using (record.WriteInBulk())
        {
            foreach (var (form, person, referral) in ids)
                await Issue(record, form, person, referral);
        }

        var lines = await Task.WhenAll(ids.Select(async i =>
        {
            var (token, _) = await sessions.Begin(
                WebSessions.Patient, i.Person, strength: nameof(PatientStrength.Answer), target: $"questionnaire/{i.Form}");
            return $"{i.Form} {token}";
        }));
        return lines;
    }

    private static Task<Outcome> Issue(TheRecord record, string form, string person, string referral) => record.Write(
        new($"issue/{form}", By.Worker), [Streams.Person(person), Streams.Referral(referral)],
        (all, now) => Decision
            .Accept(Streams.Person(person), new PersonRegistered { FirstName = "Amira", LastName = "Testwell", BirthDate = new(1991, 3, 4), FilledBy = FilledBy.Me })
            .And((Accepted)new IssueQuestionnaire
            {
                Id = form, Referral = referral, Person = person, Week = 12, Starts = now.Plus(TimeSpan.FromDays(3)),
                Ends = now.Plus(TimeSpan.FromDays(3)), Instruments = ["PHQ9", "GAD7"], Wordings = Wordings.Shipped,
            }.Decide(all[Streams.Referral(referral)])));
}
