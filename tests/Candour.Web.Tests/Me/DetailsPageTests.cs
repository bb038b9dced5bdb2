using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Testing;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Me;

public sealed class DetailsPageTests
{
    [Fact]
    public async Task My_details_show_what_we_know_since_when_and_by_whom_after_the_read_sign_in_only()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var page = await (await site.Patient(ACourse.Person)).Get("/me/details");
        page.Status.ShouldBe(200);
        foreach (var words in new[] { "Amira Testwell", "07700900123", "Letters in large print", "Since 5 October, by you.", "You have not confirmed your mobile number" })
            page.Body.ShouldContain(words);
        (await (await site.Patient(ACourse.Person, PatientStrength.Answer, $"questionnaire/{ACourse.Today}")).Get("/me/details")).Status.ShouldBe(302);
        (await site.Visitor().Get("/me/details")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_new_number_is_confirmed_by_a_code_sent_to_it()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person);
        var saved = await amy.Fill("/me/details/contact", ("Form.Ways", "text"), ("Form.Mobile", "07700 900 456"));
        saved.Location.ShouldBe("/me/details/confirm/text");
        (await amy.Get("/me/details/confirm/text")).Body.ShouldContain("Send me the code");
        (await Messages(site)).ShouldBeEmpty();
        (await amy.Fill("/me/details/confirm/text")).Location.ShouldBe("/me/details/confirm/text");
        var text = (await Messages(site)).ShouldHaveSingleItem();
        text.Address.ShouldBe("07700900456");

        var wrong = await amy.Fill("/me/details/confirm/text", ("Code", "00000"));
        wrong.Body.ShouldContain("That code is not right. Check it or ask for a new one");
        (await amy.Fill("/me/details/confirm/text", ("Code", text.Text![..5]))).Location.ShouldBe("/me/details");
        (await amy.Get("/me/details")).Body.ShouldContain("Thank you. It is confirmed.");
        Reach.Of(await site.Record.Read(Streams.Person(ACourse.Person))).Text.Confirmed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_number_that_is_none_is_refused_at_its_field_and_what_was_typed_stays()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person);
        var refused = await amy.Fill("/me/details/contact", ("Form.Ways", "text"), ("Form.Mobile", "0770"));
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain("Enter a mobile number, like 07700 900 123");
        refused.Body.ShouldContain("value=\"0770\"");
        (await site.Record.Read(Streams.Person(ACourse.Person))).All<ContactDetailsGiven>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_page_says_told_only_when_the_notice_to_the_old_number_has_gone()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        // At night, outside the hours she gave: even what is waited for does not go by itself.
        site.Clock.Skip(TimeSpan.FromHours(15));
        await course.Tell("hours", By.Worker, Streams.Person(ACourse.Person), new SafeContactRulesGiven
        {
            TextsSafe = true, NeutralName = true, MessagesFrom = "09:00", MessagesUntil = "17:00",
        });
        await course.Tell("confirmed", By.Worker, Streams.Person(ACourse.Person), new ContactConfirmed { Way = Ways.Text, Address = "07700900123" });
        var amy = await site.Patient(ACourse.Person);
        await amy.Fill("/me/details/contact", ("Form.Ways", "email"), ("Form.Email", "amira@example.org"));
        (await amy.Get("/me/details")).Body.ShouldContain("We are telling your old number or address");
        var notice = Streams.Message((await site.Record.Read(Streams.Person(ACourse.Person))).All<OldContactTold>().ShouldHaveSingleItem().Message);
        await course.Tell("begun", By.Worker, notice, new HandOverBegun { Attempt = 1 }, new MessageHandedOver { Attempt = 1 });
        (await amy.Get("/me/details")).Body.ShouldContain("We told your old number or address");
        await course.Tell("back", By.Worker, notice, new MessageBounced { Reason = "came back" });
        (await amy.Get("/me/details")).Body.ShouldContain("We did not tell your old number or address");
    }

    [Fact]
    public async Task Needs_and_what_is_safe_are_new_dated_values()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person);
        (await amy.Fill("/me/details/needs", ("Form.Needs", "bsl"))).Location.ShouldBe("/me/details");
        (await amy.Fill("/me/details/safe", ("Form.Texts", "no"), ("Form.Voice", "no"))).Location.ShouldBe("/me/details");
        var person = await site.Record.Read(Streams.Person(ACourse.Person));
        person.All<NeedsRecorded>().Count().ShouldBe(2);
        person.Last<NeedsRecorded>()!.Needs.ShouldBe(["bsl"]);
        person.Last<NeedsRecorded>()!.ReviewOn.ShouldBe(new(2027, 10, 5));
        person.Last<SafeContactRulesGiven>()!.TextsSafe.ShouldBe(false);
        var empty = await amy.Fill("/me/details/needs");
        empty.Body.ShouldContain("Choose what you need, or");
    }

    [Fact]
    public async Task A_change_of_name_is_asked_for_and_settled_by_the_front_desk()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person);
        (await amy.Fill("/me/details/ask/name", ("Wanted", ""))).Body.ShouldContain("Write what it should say");
        await amy.Fill("/me/details/ask/name", ("Wanted", "Amira Sample"));
        (await amy.Get("/me/details")).Body.ShouldContain("We have not settled it yet.");

        var desk = await site.Staff(Roles.Administrator);
        var list = await desk.Get("/asked");
        list.Body.ShouldContain("Amira Sample");
        await desk.Fill(list, "/asked?handler=Not", ("InWords", "Please show us a letter with the new name"));
        (await desk.Get("/asked")).Body.ShouldContain("Nobody has asked for anything.");
        (await amy.Get("/me/details")).Body.ShouldContain("We did not change it: Please show us a letter with the new name");
        (await (await site.Staff(Roles.Supervisor)).Get("/asked")).Status.ShouldBe(404);
    }

    private static async Task<IReadOnlyList<MessageQueued>> Messages(ASite site)
    {
        var found = new List<MessageQueued>();
        await using var lists = site.Record.Lists();
        foreach (var row in lists.Set<OutboxRow>().Where(o => o.Person == ACourse.Person).ToList())
            found.Add((await site.Record.Read(Streams.Message(row.Message))).First<MessageQueued>()!);
        return found;
    }
}
