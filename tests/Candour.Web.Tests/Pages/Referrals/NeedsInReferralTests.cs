using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Pages.Referrals;

/// <summary>What somebody needs, told by whoever refers them: hazard H25.</summary>
[Trait("Hazard", "H25")]
public sealed class NeedsInReferralTests
{
    private static readonly (string, string)[] Bo =
    [
        ("Form.FirstName", "Bo"), ("Form.LastName", "Sample"), ("Form.Birth.Day", "1"), ("Form.Birth.Month", "2"), ("Form.Birth.Year", "1973"),
        ("Form.TheyKnow", "yes"), ("Form.Ways", "text"), ("Form.Mobile", "07700 900124"), ("Form.Texts", "yes"), ("Form.Source", "A1"), ("Form.Referrer", "Dr Madeup, Lane End"),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("no")]
    [InlineData("yes")]
    public async Task What_a_gp_ticks_is_kept_whether_the_person_was_asked_or_not(string asked)
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var sent = await site.Visitor().Fill("/refer/professional",
            [.. Bo, ("Form.NeedsAsked", asked), ("Form.Needs", NeedCodes.Bsl), ("Form.Needs", NeedCodes.SomethingElse), ("Form.SomethingElse", "A quiet room")]);
        sent.Location.ShouldStartWith("/refer/professional?reference=NM-");
        var (person, referral) = await Only(site);
        person.Needs!.Needs.ShouldBe([NeedCodes.Bsl, NeedCodes.SomethingElse]);
        person.Needs.SomethingElse.ShouldBe("A quiet room");
        (person.NeedsAskedOn is not null).ShouldBe(asked == "yes");
        var strip = (await (await site.Staff(Roles.Administrator)).Get($"/inbox/{referral}")).Body;
        strip.ShouldContain("BSL interpreter. A quiet room.");
        strip.Contains("Needs not asked yet.", StringComparison.Ordinal).ShouldBe(asked != "yes");
    }

    [Fact]
    public async Task Asked_and_needing_nothing_is_told_apart_from_not_asked()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var gp = site.Visitor();
        (await gp.Fill("/refer/professional", [.. Bo, ("Form.NeedsAsked", "yes")])).Body.ShouldContain("Choose what they need, or");
        (await gp.Fill("/refer/professional", [.. Bo, ("Form.Needs", "none")])).Body.ShouldContain("is for somebody who was asked. Choose whether they were");
        (await gp.Fill("/refer/professional", [.. Bo, ("Form.NeedsAsked", "yes"), ("Form.Needs", "none")])).Location.ShouldStartWith("/refer/professional?reference=");
        (await Only(site)).Person.Needs!.Needs.ShouldBeEmpty();

        await using var other = await ASite.Open(seed: SelfReferring.Policies);
        (await other.Visitor().Fill("/refer/professional", Bo)).Location.ShouldStartWith("/refer/professional?reference=");
        (await Only(other)).Person.Needs.ShouldBeNull();
    }

    [Fact]
    public async Task An_interpreter_has_a_language_and_what_was_chosen_or_typed_beside_no_tick_is_asked_about()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var gp = site.Visitor();
        (await gp.Fill("/refer/professional", [.. Bo, ("Form.Needs", NeedCodes.Interpreter)])).Body.ShouldContain("Choose the language");
        (await gp.Fill("/refer/professional", [.. Bo, ("Form.Language", "ur")])).Body.ShouldContain("You chose a language but did not tick");
        (await gp.Fill("/refer/professional", [.. Bo, ("Form.SomethingElse", "A quiet room")])).Body.ShouldContain("You wrote what would help but did not tick");
        (await gp.Fill("/refer/professional", [.. Bo, ("Form.Needs", NeedCodes.Interpreter), ("Form.Language", "ur")])).Location.ShouldStartWith("/refer/professional?reference=");
        (await Only(site)).Person.Needs!.Language.ShouldBe("ur");
    }

    [Theory]
    [InlineData("Form.Needs", "telepathy")]
    [InlineData("Form.NeedsAsked", "perhaps")]
    [InlineData("Form.Language", "Klingon")]
    [InlineData("Form.Source", "ZZ")]
    [InlineData("Form.Ways", "pigeon")]
    [InlineData("Form.Voice", "maybe")]
    [InlineData("Form.TheyKnow", "maybe")]
    [InlineData("Form.CameBy", "Web")]
    [InlineData("Form.CameBy", "Pigeon")]
    public async Task What_the_form_does_not_offer_is_refused_and_never_dropped(string field, string made)
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var desk = await site.Staff(Roles.Administrator);
        (string, string)[] said = [.. Bo.Where(b => b.Item1 != field || field == "Form.Ways"), ("Form.Received.Day", "5"), ("Form.Received.Month", "10"), ("Form.Received.Year", "2026")];
        var refused = await desk.Fill("/referrals/new", [.. said, (field, made)]);
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain("There is a problem");
        await using var lists = site.Record.Lists();
        lists.Set<ReferralRow>().ShouldBeEmpty();
    }

    private static async Task<(Person Person, string Referral)> Only(ASite site)
    {
        await using var lists = site.Record.Lists();
        var row = lists.Set<ReferralRow>().Single();
        return (Person.Of(await site.Record.Read(Streams.Person(row.Person)))!, row.Referral);
    }
}
