using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Referrals;
using Candour.Web.Access;
using Candour.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Candour.Web.Tests.Access;

/// <summary>A person, however they came in, is on their own pages and on no other; a clinician on no list of everybody.</summary>
public sealed class ForPeopleTests
{
    [Theory]
    [InlineData("/me/agree/REFERRA000000001/1", "Answer", "referral/REFERRA000000001")]
    [InlineData("/me/agree/REFERRA000000001/done", "", "referral/REFERRA000000001")]
    [InlineData("/me/not-what-i-said/QES0000000000001", "No", "questionnaire/QES0000000000001")]
    [InlineData("/me/not-what-i-said/QES0000000000001/9", "", "questionnaire/QES0000000000001")]
    [InlineData("/me/safety-plan", "", "questionnaire/QES0000000000001")]
    [InlineData("/me/worse", "", "questionnaire/QES0000000000001")]
    [Trait("Hazard", "H15")]
    public async Task A_link_and_a_birth_date_read_no_plan_and_no_answers_and_sign_nothing(string page, string handler, string thing)
    {
        await using var a = await Me.ToCheckTests.WrittenDown();
        var household = await a.Site.Patient(Questionnaires.ASession.Person, PatientStrength.Answer, thing);
        (await household.Get(page)).Location.ShouldBe($"/l/more?to={Uri.EscapeDataString(page)}");
        var step = await household.Get($"/l/more?to={Uri.EscapeDataString(page)}");
        step.Body.ShouldContain("tel:116123", customMessage: "whoever is frightened finds help before any code");
        (await household.Fill(step, $"{page}?handler={handler}", ("Form.Answer", "Agree"), ("Answer", "3"))).Status.ShouldBe(404);
        (await a.Answers()).Disputed.ShouldBeNull();
    }

    private const string Amira = "AMRATESTWE110001", Bo = "B0SAMP1E00110002", AmirasReferral = "REFAMRA000110001", BosReferral = "REFB000000110002";

    private static readonly string[] TheirOwn = ["/me", "/q/", "/reply/"];

    [Theory]
    [InlineData(PatientStrength.Read, null)]
    [InlineData(PatientStrength.Answer, $"referral/{AmirasReferral}")]
    public async Task No_page_written_for_staff_is_there_for_a_person(PatientStrength strength, string? target)
    {
        await using var site = await Open();
        var open = new List<string>();
        foreach (var id in new[] { Amira, AmirasReferral })
        {
            // A session each: none asks faster than the limit of one allows.
            var (reads, sends) = (await site.Patient(Amira, strength, target), await site.Patient(Amira, strength, target));
            foreach (var address in PagesThatNeedSomething(site, id))
            {
                open.AddRange(await Answers(address, reads.Get(address)));
                open.AddRange(await Answers(address, sends.Post(address)));
            }
        }

        open.Where(address => !Array.Exists(TheirOwn, own => address.StartsWith(own, StringComparison.Ordinal))).ShouldBeEmpty();
        if (strength == PatientStrength.Read)
            open.ShouldContain("/me");
    }

    [Theory]
    [InlineData(Roles.Pwp)]
    [InlineData(Roles.HighIntensity)]
    [InlineData(Roles.Supervisor)]
    public async Task A_clinician_sees_no_list_of_people_who_are_not_theirs(string role)
    {
        await using var site = await Open();
        var who = await site.Staff(role);
        foreach (var list in new[] { "/inbox", "/reach" })
        {
            var page = await who.Get(list);
            page.Status.ShouldBe(403, list);
            page.Body.ShouldNotContain("Testwell");
        }
    }

    [Fact]
    public async Task The_front_desk_sees_the_whole_inbox()
    {
        await using var site = await Open();
        var page = await (await site.Staff(Roles.Administrator)).Get("/inbox");
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("Testwell");
    }

    private static async Task<IEnumerable<string>> Answers(string address, Task<Answered> asked) =>
        (await asked).Status is 403 or 404 ? [] : [address];

    private static List<string> PagesThatNeedSomething(ASite site, string id) =>
    [
        .. ((IEndpointRouteBuilder)site.Web).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<NeedsAttribute>() is not null)
            .Select(endpoint => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => Filled(segment, id))))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static string Filled(RoutePatternPathSegment segment, string id) => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { Name: "person" } => Amira,
        RoutePatternParameterPart { Name: "referral" } => AmirasReferral,
        RoutePatternParameterPart { Name: "number" or "step" } => "1",
        _ => id,
    }));

    private static Task<ASite> Open() => ASite.Open(seed: async record =>
    {
        await Register(record, Amira, AmirasReferral, "Amira");
        await Register(record, Bo, BosReferral, "Bo");
    });

    private static async Task Register(TheRecord record, string person, string referral, string called) =>
        (await record.Write(new($"register/{person}", By.Worker), [Streams.Person(person), Streams.Referral(referral)], (_, _) =>
            Decision.Accept(Streams.Person(person), new PersonRegistered { FirstName = called, LastName = "Testwell", BirthDate = new(1990, 1, 2), FilledBy = FilledBy.Me })
                .And(Streams.Referral(referral), new ReferralReceived
                {
                    Person = person, ReceivedOn = new(2026, 9, 1), Source = "B1", Commissioner = "XXA", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
                }))).ShouldBeOfType<Outcome.Done>();
}
