using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.Crash;

/// <summary>A questionnaire put before an invented person, and the session of the browser they will answer it in.</summary>
internal sealed record Form(string Id, string Person, string Referral, string Token)
{
    public const int Questions = 16;

    /// <summary>Puts questionnaires before so many people, each with an answer session as a link opens it.</summary>
    public static async Task<IReadOnlyList<Form>> Prepare(Store store, int count, SeededRandomness randomness)
    {
        await using var record = await store.Open();
        var sessions = new WebSessions(record, randomness);
        var ids = Enumerable.Range(0, count).Select(_ => (Form: Ids.New(randomness), Person: Ids.New(randomness), Referral: Ids.New(randomness))).ToList();
        await using (record.WriteInBulk())
        {
            foreach (var (form, person, referral) in ids)
                await Issue(record, form, person, referral);
        }

        var forms = new List<Form>(count);
        foreach (var (form, person, referral) in ids)
        {
            var (token, _) = await sessions.Begin(
                WebSessions.Patient, person, strength: nameof(PatientStrength.Answer), target: $"questionnaire/{form}");
            forms.Add(new(form, person, referral, token));
        }

        return forms;
    }

    private static Task<Outcome> Issue(TheRecord record, string form, string person, string referral) => record.Write(
        new($"issue/{form}", By.Worker), [Streams.Person(person), Streams.Referral(referral)],
        (all, now) =>
        {
            var registered = Decision.Accept(
                Streams.Person(person),
                new PersonRegistered { FirstName = "Amira", LastName = "Testwell", BirthDate = new(1991, 3, 4), FilledBy = FilledBy.Me });
            var issued = new IssueQuestionnaire
            {
                Id = form, Referral = referral, Person = person, Week = 12, Starts = now.Plus(TimeSpan.FromDays(3)),
                Ends = now.Plus(TimeSpan.FromDays(3)), Instruments = ["PHQ9", "GAD7"], Wordings = Wordings.Shipped,
            }.Decide(all[Streams.Referral(referral)]);
            return registered.And((Accepted)issued);
        });
}
