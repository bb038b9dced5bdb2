using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Assessment;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Staff;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Pages.Consent;

/// <summary>Amira Testwell, referred, talked with once by a PWP, on the site's own record.</summary>
internal sealed class ACase(ASite site)
{
    public const string Person = "PERS0N0000000001";
    public const string Referral = "REFERRA100000001";
    public const string Appointment = "APP0000000000001";

    public ASite Site { get; } = site;

    public Visitor Jo { get; private set; } = null!;

    public string JoId { get; private set; } = "";

    public static async Task<ACase> Open(string? problem = "F32")
    {
        var a = new ACase(await ASite.Open());
        a.Jo = await a.Site.Staff(Roles.Pwp);
        var account = await a.Site.Get<CareRecord.Access.Store.Accounts>().ByEmail("jo.pwp@northmere.example");
        a.JoId = account!.Staff;
        await a.Tell(Streams.Staff(a.JoId),
            new StaffJoined { Name = "Jo Demo", Title = "a psychological wellbeing practitioner", From = new(2024, 4, 2), PeopleADay = 5 },
            new QualificationAwarded { Qualification = "10", AwardedOn = new(2020, 7, 1) },
            new RoleGranted { RoleName = Roles.Pwp, From = new(2024, 4, 2) });
        await a.Tell(Streams.Person(Person),
            new PersonRegistered { FirstName = "Amira", LastName = "Testwell", CalledName = "Amy", BirthDate = new(1991, 3, 4), FilledBy = FilledBy.Me },
            new ContactDetailsGiven { Chosen = [Ways.Text], Mobile = "07700900123" },
            new SafeContactRulesGiven { TextsSafe = true, NeutralName = true },
            new ContactConfirmed { Way = Ways.Text, Address = "07700900123" });
        var today = London.Today(a.Site.Clock);
        await a.Tell(Streams.Referral(Referral),
            new ReferralReceived { Person = Person, ReceivedOn = today.AddDays(-41), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me, Age = 35 },
            new AppointmentBooked
            {
                Appointment = Appointment, Person = Person, Clinician = a.JoId, Starts = London.At(today, new(11, 0)), Ends = London.At(today, new(11, 45)),
                Kind = "01", Medium = Media.Video, Mode = "1",
            });
        if (problem is not null)
        {
            await a.Tell(Streams.Referral(Referral), new AssessmentBlockSaved { Appointment = Appointment, Block = AssessmentBlock.Risk });
            await a.Write([Streams.Referral(Referral)], (h, now) => new RecordProblem { Key = problem, Why = "As told." }.Decide(h[Streams.Referral(Referral)], now));
        }

        return a;
    }

    public Task<History> TheReferral() => Site.Record.Read(Streams.Referral(Referral));

    public Task Tell(StreamId stream, params Event[] events) => Write([stream], (_, _) => Decision.Accept(stream, events));

    public async Task Write(StreamId[] streams, Func<Histories, Moment, Decision> decide)
    {
        var outcome = await Site.Record.Write(new Order(Ids.New(Site.Get<Randomness>()), By.Worker), streams, decide);
        outcome.ShouldBeOfType<Outcome.Done>();
    }
}
