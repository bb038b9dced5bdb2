using Candour.CareRecord;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.Web.Tests.Questionnaires;

/// <summary>Questions answered late, too late, or once more.</summary>
public sealed class LateAnswersPageTests
{
    [Fact]
    public async Task Late_is_said_before_starting()
    {
        await using var a = await ASession.Open(Moment.Utc(2026, 10, 7, 13, 5));
        (await (await a.Amy()).Get($"/q/{ASession.Form}")).Body
            .ShouldContain("Your session began at 2pm. You can still answer. We mark late answers so that nobody mixes them up.");
    }

    [Fact]
    public async Task Over_says_what_they_were_for_and_shows_help()
    {
        await using var a = await ASession.Open(Moment.Utc(2026, 10, 8, 15));
        var page = await (await a.Amy()).Get($"/q/{ASession.Form}");
        page.Body.ShouldContain("These questions were for 7 October and are closed.");
        page.Body.ShouldContain("tel:116123");
    }

    [Fact]
    public async Task Again_is_asked_about_and_kept_as_a_second_set()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        await ASession.Answer(amy, 1, 1);
        await amy.Fill($"/q/{ASession.Form}/check");
        var again = await amy.Get($"/q/{ASession.Form}");
        again.Body.ShouldContain("You answered these at 10:12am");
        again.Body.ShouldContain("Did someone ask you to do them again?");
        var second = await amy.Fill(again, $"/q/{ASession.Form}", ("AskedFor", "yes"), ("Why", "TherapistAsked"));
        second.Location!.ShouldNotBe($"/q/{ASession.Form}");
        var form = second.Location!.Split('/')[^1];
        await ASession.Start(amy, form);
        var repeat = (await a.Answers(form)).Issued;
        (repeat.Repeats, repeat.RepeatReason, repeat.RepeatAskedFor, repeat.Number).ShouldBe((ASession.Form, RepeatReason.TherapistAsked, true, 2));
    }
}
