using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Referrals.Facts;
using Candour.Web.Pages.Referrals.SelfReferral;

namespace Candour.Web.Tests.Pages.Referrals;

/// <summary>What people are asked about themselves is in their words, not in a form's.</summary>
public sealed class PlainQuestionsTests
{
    // How the national lists word their answers: brackets about who was asked, capitals, "the person is currently in receipt of".
    private const string OfTheForm = "Not Stated|Not Known|\\((person|patient)|Yes - |No - |Indeterminate|Manual Dexterity|ex-services|code not recorded|SNOMED";

    [Fact]
    public void The_seven_questions_offer_plain_words_with_rather_not_say_last()
    {
        foreach (var question in FairQuestion.All)
        {
            foreach (var field in question.Fields)
            {
                var words = question.Offered(field, new(2026, 11, 20)).Select(o => o.Words).ToList();
                words.ShouldAllBe(w => !System.Text.RegularExpressions.Regex.IsMatch(w, OfTheForm), question.Title);
                words.ShouldBeUnique();
                words[^1].ShouldBe("I would rather not say");
                words[..^1].ShouldNotContain("Would rather not say");
            }
        }

        var sex = FairQuestion.All[1];
        sex.Offered(sex.Fields[0], new(2026, 11, 20)).ShouldBe([("1", "Male"), ("2", "Female"), ("9", "Neither male nor female"), ("X", "I would rather not say")], ignoreOrder: true);
        sex.Fields.Select(f => f.Asked).ShouldBe(["Are you male or female?", "How do you describe your gender?", "Is that the same as you were given at birth?"]);
    }

    [Theory]
    [InlineData("about-you")]
    [InlineData("work")]
    [InlineData("study")]
    public async Task Registration_offers_the_same_words(string slug)
    {
        await using var site = await FrontDeskTests.Seeded();
        var desk = await site.Staff(Roles.Administrator);
        var page = await desk.Get($"/pathways/{FrontDeskTests.GilsReferral}/registration/{slug}");
        page.Body.ShouldContain("Would rather not say");
        page.Body.ShouldNotMatch(OfTheForm);
    }

    [Fact]
    public void Every_question_at_registration_offers_words_people_say()
    {
        // The care clusters are names of their own; the schemes are the names of two books.
        var lists = EveryFact.All.SelectMany(f => f.Fields).Where(f => f.List is not ("care_cluster" or "diagnosis_scheme" or "finding_scheme"));
        foreach (var field in lists)
        {
            field.Offered(new(2026, 11, 20)).Select(o => o.Words)
                .ShouldAllBe(w => !System.Text.RegularExpressions.Regex.IsMatch(w, $"{OfTheForm}|Bsl|bsl|IAPT|not listed|Primary Health Care|[A-Z]{{4,}} [A-Z]{{4,}}|^Patient|[Dd]isorder of|neoplastic"), field.Label);
        }
    }

    [Fact]
    public async Task The_front_desk_chooses_needs_and_sources_in_plain_words_and_reads_them_so()
    {
        await using var site = await FrontDeskTests.Seeded();
        var desk = await site.Staff(Roles.Administrator);
        var page = await desk.Get("/referrals/new");
        page.Body.ShouldContain("British Sign Language (BSL)");
        page.Body.ShouldContain("GP surgery");
        page.Body.ShouldNotMatch("Bsl|Primary Health Care|IAPT");

        var person = Streams.Person(FrontDeskTests.Gil);
        await site.Record.Write(new("needs", By.Worker), [person], (_, _) => Decision.Accept(person, new CareRecord.Referrals.NeedsRecorded
        {
            Needs = [CareRecord.Referrals.NeedCodes.Bsl, CareRecord.Referrals.NeedCodes.MoreTime], ReviewOn = new(2027, 10, 5),
        }));
        var read = (await desk.Get($"/pathways/{FrontDeskTests.GilsReferral}/registration/needs")).Body;
        read.ShouldContain("British Sign Language (BSL), More time");
        read.ShouldNotMatch("\\bbsl\\b,|Bsl");
    }
}
